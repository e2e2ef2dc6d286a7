import { describe, expect, test } from "vitest";
import type { DocumentedShape, Said } from "../../../generator/lift/from-docs/documented-api.js";
import { nameSentences } from "../../../generator/lift/from-docs/infer/name-sentences.js";
import { sampleFormat, sampleLength } from "../../../generator/lift/from-docs/infer/sample-format.js";
import { readDotNetType } from "../../../generator/lift/from-docs/read/dot-net-type.js";
import { readSampleJson } from "../../../generator/lift/from-docs/read/sample-json.js";
import { readTypeNotation } from "../../../generator/lift/from-docs/read/type-notation.js";
import { toPlain } from "../../../generator/source/to-plain.js";

/** A type in a line: `string|null(luhn) minLength=10`, `[integer(int32)]`. */
const shown = ({ type, isAny, nullable, formats, items, values, reference, limits }: DocumentedShape): string => {
  const inner = [...(items === undefined ? [] : [` of ${shown(items)}`]), ...(values === undefined ? [] : [` to ${shown(values)}`])].join("");
  const name = reference === undefined ? (isAny ? "any" : (type ?? "unknown")) : `#${reference}`;
  return `${name}${inner}${nullable ? "|null" : ""}${formats.length === 0 ? "" : `(${formats.join(" and ")})`}${[...limits].map(([keyword, value]) => ` ${keyword}=${value}`).join("")}`;
};

describe("a type as documentations print it", () => {
  test.each([
    ["integer, required", "integer", "required"],
    ["string,null", "string|null", ""],
    ["any", "any", ""],
    ["array,null", "array|null", ""],
    ["string or null(luhn)[ 10 .. 11 ] characters", "string|null(luhn) minLength=10 maxLength=11", ""],
    ["string<= 128 characters", "string maxLength=128", ""],
    ["string or null[ 3 .. 255 ] characters", "string|null minLength=3 maxLength=255", ""],
    ["integer(int32)[ -2147483648 .. 2147483647 ]required", "integer(int32) minimum=-2147483648 maximum=2147483647", "required"],
    ["number(float)[ -180 .. 180 ]", "number(float) minimum=-180 maximum=180", ""],
    ["integer>= 1", "integer minimum=1", ""],
    ["integer<= 2147483647", "integer maximum=2147483647", ""],
    ["Array of integers or null(int32)unique", "array of integer(int32)|null uniqueItems=true", ""],
    ["Array of strings[ 1 .. 5 ] items", "array of string minItems=1 maxItems=5", ""],
    ["string(ipv6,ipv4)", "string(ipv6 and ipv4)", ""],
    ["booleanrequired", "boolean", "required"],
    ["string(uuid)read-only", "string(uuid)", "read-only"],
    ["string, write-only, required", "string", "required write-only"],
    ["matrix", "unknown", ""],
    ["", "unknown", ""],
  ])("%s", (text, type, flags) => {
    const { shape, required, readOnly, writeOnly } = readTypeNotation(text);
    expect(shown(shape)).toBe(type);
    expect([...(required ? ["required"] : []), ...(readOnly ? ["read-only"] : []), ...(writeOnly ? ["write-only"] : [])].join(" ")).toBe(flags);
  });
});

describe("a type of .NET", () => {
  test.each([
    ["int", "integer(int32)"],
    ["int?", "integer|null(int32)"],
    ["Nullable<long>", "integer|null(int64)"],
    ["List<Account>", "array of #Account"],
    ["Account[]", "array of #Account"],
    ["System.Collections.Generic.List<string>", "array of string"],
    ["Dictionary<string, string>", "object to string"],
    ["Dictionary<string, List<int>>", "object to array of integer(int32)"],
    ["DateTime?", "string|null"],
    ["Guid", "string(uuid)"],
    ["decimal", "number"],
    ["object", "any"],
    ["Tuple<int, int>", "unknown"],
    ["constructor", "#constructor"],
    ["a b", "unknown"],
  ])("%s", (text, type) => {
    expect(shown(readDotNetType(text))).toBe(type);
  });
});

describe("a sample text", () => {
  test.each([
    ["2019-08-24", "date"],
    ["2019-08-24T14:15:22Z", "date-time"],
    ["497f6eca-6276-4993-bfeb-53cbbbba6f08", "uuid"],
    ["user@example.com", "email"],
    ["/Date(-62135596800000-0000)/", "ms-date"],
    ["PT0S", "iso-duration"],
    ["http://example.com", "url"],
    ["P", undefined],
    ["PT", undefined],
    ["string", undefined],
    ["String", undefined],
  ])("%s has the format %s", (text, format) => {
    expect(sampleFormat(text)).toBe(format);
  });

  test.each([
    ["string", undefined],
    ["stringst", 8],
    ["stringstringstrin", 17],
    ["strings of pearls", undefined],
  ])("%s has the least length %s", (text, length) => {
    expect(sampleLength(text)).toBe(length);
  });
});

describe("a sample of JSON", () => {
  const value = (text: string): unknown => {
    const read = readSampleJson(text, 0);
    return read === undefined ? undefined : toPlain(read.value);
  };

  test("is read up to its end, with what it leaves out", () => {
    expect(value('{"a": [ … ], "b": { … }, "c": …} and more')).toEqual({ a: ["…"], b: { "…": "…" }, c: "…" });
    expect(readSampleJson("xx [1] yy", 3)?.end).toBe(6);
  });

  test.each(["", "[1,", "[1 2]", '{"a" 1}', "[,]", '"open', "nil", "[".repeat(100)])("is none where its syntax is broken: %s", (text) => {
    expect(readSampleJson(text, 0)).toBeUndefined();
  });
});

describe("sentences without names", () => {
  const said = (value: string, index: number): Said<string> => {
    const at = { offset: index, line: index + 1, column: 1 };
    return { value, place: { file: "input.txt", start: at, end: at } };
  };
  const named = (...sentences: readonly string[]): readonly (string | undefined)[] => nameSentences(sentences.map(said)).map(({ field }) => field);
  const least = (list: string): string => `This field, or at least one of the following fields must be set: ${list}`;
  const together = (list: string): string => `This value must be set together with the following fields: ${list}`;

  test("belong to the field that the others name", () => {
    expect(named(least("b, c"), "Must be unique", least("a, c"), least("a, b"))).toEqual(["a", undefined, "b", "c"]);
    expect(named(together("b"), together("a"))).toEqual(["a", "b"]);
  });

  test("stay without one where the group does not close, or another reading is possible", () => {
    // a group of three with two sentences
    expect(named(least("b, c"), least("a, c"))).toEqual([undefined, undefined]);
    // two pairs, of which nobody knows which belong together
    expect(named(together("a"), together("b"), together("c"), together("d"))).toEqual([undefined, undefined, undefined, undefined]);
    // what requires others is not named by them
    expect(named("This value requires that the following fields are also set: b", "This value requires that the following fields are also set: a")).toEqual([undefined, undefined]);
    // at least one, and together, are no group
    expect(named(least("b"), together("a"))).toEqual([undefined, undefined]);
  });
});
