import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { child } from "../../generator/source/pointer.js";
import type { ReadText } from "../../generator/source/read-text.js";
import { stringifyYaml } from "../../generator/source/stringify.js";
import { toPlain } from "../../generator/source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../../generator/source/value.js";
import { valueOf, read } from "./support/read.js";

/** Texts that mean something else in YAML where they stand without quotes, and others that need care. */
const awkward = ["", "1", "01", "1.10", "true", "no", "null", "~", "<<", "=", "-", "?", "---", "*a", "&a", "!a", "# a", "a: b", "a #b", "{", "[]", "%", "@", "`", "'", '"', "\\", " a ", "a\nb", "a\n\n", "\ta", "\r\n", "\u0085", "\u2028", "\uFEFF", "🐈", "__proto__", "constructor", "$ref", "/a~1", "2024-01-01", "0x1F", ".inf", ".nan", "1e3"];

const text = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...awkward) }, fc.string({ maxLength: 12 }), fc.string({ unit: "grapheme", maxLength: 12 }));

const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), fc.boolean(), fc.constant(null));

const { value } = fc.letrec<{ value: SourceValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.uniqueArray(fc.tuple(text, tie("value")), { selector: ([key]) => key, maxLength: 4 }).map((members) => new Map(members)),
  ),
}));

const container = value.filter((one) => typeof one === "object" && one !== null);

/** Every pointer of a value with what stands there. */
const pointers = (of: SourceValue, at = ""): readonly (readonly [string, SourceValue])[] => {
  const members = isSourceObject(of) ? [...of] : isSourceArray(of) ? of.map((item, index) => [String(index), item] as const) : [];
  return [[at, of], ...members.flatMap(([key, member]) => pointers(member, child(at, key)))];
};

const slice = (found: ReadText, pointer: string, part?: "key" | "value"): string => {
  const { start, end } = found.locate(pointer, part);
  return found.file.text.slice(start.offset, end.offset);
};

const readWithoutFaults = (source: string, path: string): ReadText => {
  const { read: found, diagnostics } = read(source, path);
  if (found === undefined) throw new Error(diagnostics.join("\n"));
  expect(diagnostics).toEqual([]);
  return found;
};

const stringifyJson = (of: SourceValue, indent: number): string => {
  const write = (one: SourceValue): string => {
    if (isSourceArray(one)) return `[${one.map(write).join(", ")}]`;
    if (isSourceObject(one)) return `{${[...one].map(([key, member]) => `${JSON.stringify(key)}:${" ".repeat(indent)}${write(member)}`).join(",\n")}}`;
    return JSON.stringify(one);
  };
  return write(of);
};

describe("YAML", () => {
  test("that is written is read as the same value, keys in the same order", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(valueOf(stringifyYaml(one))).toEqual(one);
      }),
      { numRuns: 600 },
    );
  });

  test("the place of every pointer holds the text of what stands there", () => {
    fc.assert(
      fc.property(container, (one) => {
        const found = readWithoutFaults(stringifyYaml(one), "a.yaml");
        for (const [pointer, member] of pointers(one)) {
          const { start } = found.locate(pointer);
          // the first line of a block stands to the right of its others
          const inColumn = " ".repeat(start.column - 1) + slice(found, pointer);
          expect(valueOf(isBlockText(inColumn) ? `-${inColumn}` : inColumn)).toEqual(isBlockText(inColumn) ? [member] : member);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("the key of every pointer is where it is written", () => {
    fc.assert(
      fc.property(container, (one) => {
        const found = readWithoutFaults(stringifyYaml(one), "a.yaml");
        for (const [pointer, member] of pointers(one))
          if (isSourceObject(member))
            for (const key of member.keys()) {
              const written = slice(found, child(pointer, key), "key");
              expect([...(valueOf(`? ${written}\n: 1\n`) as ReadonlyMap<string, SourceValue>).keys()]).toEqual([key]);
            }
      }),
      { numRuns: 200 },
    );
  });
});

/** A block scalar says nothing at the root, where its text would need no indentation. */
const isBlockText = (source: string): boolean => /^\s*[|>]/.test(source);

describe("JSON", () => {
  test("is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(value, fc.nat(3), (one, indent) => {
        const source = stringifyJson(one, indent);
        const found = readWithoutFaults(source, "a.json");
        expect(found.value).toEqual(one);
        expect(JSON.stringify(toPlain(found.value))).toBe(JSON.stringify(JSON.parse(source)));
      }),
      { numRuns: 600 },
    );
  });

  test("the place of every pointer holds the text of what stands there, key and value", () => {
    fc.assert(
      fc.property(container, fc.nat(3), (one, indent) => {
        const found = readWithoutFaults(stringifyJson(one, indent), "a.json");
        for (const [pointer, member] of pointers(one)) {
          expect(valueOf(slice(found, pointer), "a.json")).toEqual(member);
          if (isSourceObject(member))
            for (const key of member.keys()) expect(JSON.parse(slice(found, child(pointer, key), "key"))).toBe(key);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("read by the parser of YAML is the same, value and places", () => {
    fc.assert(
      fc.property(container, fc.nat(3), (one, indent) => {
        const source = stringifyJson(one, indent);
        // a comment makes it YAML
        const asYaml = readWithoutFaults(`${source}\n# end\n`, "a.yaml");
        const asJson = readWithoutFaults(source, "a.json");
        expect(asYaml.value).toEqual(asJson.value);
        for (const [pointer] of pointers(one)) expect(slice(asYaml, pointer)).toBe(slice(asJson, pointer));
      }),
      { numRuns: 200 },
    );
  });

  test("that is cut off anywhere is a fault, and no crash", () => {
    fc.assert(
      fc.property(container, fc.nat(), (one, at) => {
        const source = stringifyJson(one, 0);
        const { read: found, diagnostics } = read(source.slice(0, 1 + (at % (source.length - 1))), "a.json");
        expect(found).toBeUndefined();
        expect(diagnostics).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

test("no text makes the readers throw, and every fault has a place in the text", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, fc.constantFrom("\n", ": ", "- ", "{", "}", "[", "]", ",", "? ", "|", ">", "'", '"', " ", "*a ", "&a ", "<<: "))), (parts) => {
      const source = parts.join("");
      for (const path of ["a.yaml", "a.json"]) {
        const { read: found, diagnostics } = read(source, path);
        if (found === undefined) expect(diagnostics).not.toEqual([]);
        for (const one of diagnostics) expect(one).toMatch(/^a\.(?:yaml|json):\d+:\d+ /);
      }
    }),
    { numRuns: 2_000 },
  );
});
