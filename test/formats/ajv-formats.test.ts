import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FormatName, formats } from "../../generator/formats/index.js";
import { disagreements } from "./support/ajv-disagreements.js";
import { type Cases, formatNames, readCases, stringsOf } from "./support/cases.js";

const ajv = new Ajv2020({ strict: false, logger: false });
ajvFormats.default(ajv, { mode: "full" });

const shared = formatNames.filter((name) => name in ajv.formats);

/** Characters that mean something somewhere, and some that only seem to. */
const characters = "aZ09 -_.:/@%[]{}~#?+=\"'\\\n\t\u00e9\u0130\u017f\u212a\u09ea\uff11";

/** Values of the fixture with up to three small edits. */
const nearMisses = ({ valid, invalid }: Cases): fc.Arbitrary<string> => {
  const texts = stringsOf([...valid, ...invalid]);
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

const numbers: fc.Arbitrary<number> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  fc
    .tuple(fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 63, -(2 ** 63)), fc.integer({ min: -3, max: 3 }))
    .map(([a, b]) => a + b),
);

const valuesOf = (name: FormatName): fc.Arbitrary<string | number> =>
  formats[name].appliesTo === "number" ? numbers : nearMisses(readCases(name));

test("the formats shared with ajv-formats are many", () => expect(shared.length).toBeGreaterThan(20));

describe.each(shared)("%s", (name) => {
  const known = disagreements[name] ?? [];
  const ajvCheck = ajv.compile({ format: name });

  test("decides like ajv-formats, but for the listed reasons", () => {
    fc.assert(
      fc.property(
        valuesOf(name),
        (value) =>
          formats[name].check(value) === ajvCheck(value) || known.some(({ applies }) => applies(String(value))),
      ),
      { numRuns: 2000 },
    );
  });

  test.each(known)("decides otherwise on $example", ({ example, applies }) => {
    expect(formats[name].check(example)).toBe(!ajvCheck(example));
    expect(applies(String(example))).toBe(true);
  });
});

test("each list of disagreements belongs to a shared format", () => {
  expect(Object.keys(disagreements).filter((name) => !shared.some((one) => one === name))).toEqual([]);
});
