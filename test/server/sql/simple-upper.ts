const upperOf = (character: string): string => {
  const upper = character.toUpperCase();
  return [...upper].length === 1 ? upper : character;
};

/**
 * Upper case of each character for itself, as PostgreSQL's `upper` does it with the collations of the C library: `å` becomes
 * `Å`, but `ß` stays, because `SS` would be two characters.
 */
export const simpleUpper = (text: string): string =>
  /^[\x20-\x7E]*$/.test(text) ? text.toUpperCase() : Array.from(text, upperOf).join("");
