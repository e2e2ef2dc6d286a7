/**
 * Levels of nesting that are read. Real descriptions stay below 50; the stages after this one walk values by recursion,
 * and Node's default stack holds several times this depth.
 */
export const depthLimit = 500;

export const tooDeep = `values are nested more than ${depthLimit} levels deep`;
