/** Characters of a file that an editor opens at once. Only what cannot be divided, such as one schema of that size, is longer. */
export const moduleLimit = 256 * 1024;

/** Things in their order, as many together as fit into a module by the length of their texts. */
export const chunks = <Thing>(things: readonly Thing[], lengthOf: (thing: Thing) => number, limit: number = moduleLimit): readonly (readonly Thing[])[] => {
  const all: Thing[][] = [];
  let length = Infinity;
  for (const thing of things) {
    if (length + lengthOf(thing) > limit) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(thing);
    length += lengthOf(thing);
  }
  return all;
};
