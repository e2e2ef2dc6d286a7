import fc from "fast-check";

/** Characters that mean something somewhere, and some that only seem to. */
const characters = "aZ09 -_.:/@%[]{}~#?+=\"'\\\n\t\u00e9\u0130\u017f\u212a\u09ea\uff11";

/** Texts with up to three small edits. */
export const nearMisses = (texts: readonly string[]): fc.Arbitrary<string> => {
  const known = fc.constantFrom(...new Set(texts.join("") + characters));
  const edit = fc.record({
    at: fc.nat(80),
    remove: fc.nat(2),
    insert: fc.oneof({ arbitrary: known, weight: 3 }, fc.constant(""), fc.string({ unit: "binary", maxLength: 1 })),
  });
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((result, { at, remove, insert }) => {
      const place = at % (result.length + 1);
      return result.slice(0, place) + insert + result.slice(place + remove);
    }, text),
  );
};
