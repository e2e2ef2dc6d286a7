/** Words of names that come first, and those that come last, in pairs. */
const ends: readonly (readonly [first: string, last: string])[] = [
  ["from", "to"],
  ["from", "until"],
  ["start", "end"],
  ["started", "ended"],
  ["begin", "end"],
  ["min", "max"],
  ["minimum", "maximum"],
  ["first", "last"],
  ["in", "out"],
  ["open", "close"],
  ["opened", "closed"],
  ["created", "updated"],
  ["lower", "upper"],
  ["low", "high"],
  ["net", "gross"],
  ["publish", "unpublish"],
  ["purchased", "sold"],
  ["sent", "opened"],
  ["sent", "signed"],
  ["sent", "rejected"],
];

const wordsOf = (name: string): readonly string[] => name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** Two names in the order that they suggest; as given where they suggest none. */
export const likelyOrder = (names: readonly string[]): readonly string[] => {
  const [left = "", right = "", ...more] = names;
  if (more.length > 0) return names;
  const has = (name: string, word: string): boolean => wordsOf(name).includes(word);
  const isTurned = ends.some(([first, last]) => has(left, last) && has(right, first) && !has(left, first));
  return isTurned ? [right, left] : names;
};
