import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadablePath, jsonPathOf } from "../../../generator/lift/express/json-path-of.js";
import { createJsonPaths } from "../../../generator/source/overlay/json-path.js";
import { child, type Pointer } from "../../../generator/source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../../generator/source/value.js";

/** Names as hostile descriptions have them. */
const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "a'b", 'a"b', "a]b", "['x']", "a\nb", "a\\b", "\u0000", "\u007F", "\u2028", "*", "$", "@", "..", "a/b", "a~b", "~0", "0", "-1", "", " ", "größe", "😀"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

const { root } = fc.letrec<{ parameter: SourceObject; root: SourceObject; value: SourceValue }>((tie) => ({
  parameter: fc.tuple(name, fc.constantFrom("query", "path")).map(([one, place]): SourceObject => new Map([["name", one], ["in", place]])),
  value: fc.oneof({ maxDepth: 3 }, fc.constant(null), fc.integer(), tie("root"), fc.uniqueArray(tie("parameter"), { maxLength: 4, selector: (one) => `${String(one.get("in"))} ${String(one.get("name"))}` })),
  root: fc.uniqueArray(fc.tuple(name, tie("value")), { maxLength: 4, selector: ([key]) => key }).map((members): SourceObject => new Map(members)),
}));

const objectsIn = (value: SourceValue, pointer: Pointer = ""): readonly Pointer[] => {
  if (isSourceArray(value)) return value.flatMap((item, index) => objectsIn(item, child(pointer, index)));
  return isSourceObject(value) ? [pointer, ...[...value].flatMap(([key, member]) => objectsIn(member, child(pointer, key)))] : [];
};

test("each target selects its object, and nothing else", () => {
  fc.assert(
    fc.property(root, (document) => {
      const paths = createJsonPaths();
      for (const pointer of objectsIn(document)) {
        const target = jsonPathOf(document, pointer);
        const path = paths(target);
        if (!isReadablePath(target)) continue;
        expect("problem" in path ? path.problem : path.select(document), target).toEqual([pointer]);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["\n", "$['\\n']"],
  ["it's", "$['it\\'s']"],
  ["a\\b", "$['a\\\\b']"],
  ["__proto__", "$.__proto__"],
])("a member %j is %s", (key, target) => {
  expect(jsonPathOf(new Map([[key, new Map()]]), child("", key))).toBe(target);
});
