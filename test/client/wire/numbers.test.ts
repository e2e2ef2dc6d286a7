import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExactNumber, parseExact, stringifyExact } from "../../../templates/client/wire/exact-number.js";
import type { Codec } from "../../../templates/client/wire/codec.js";
import type { Representation } from "../../../templates/client/wire/representation.js";
import { wireOf } from "../../../templates/client/wire/wire.js";

const shown = (part: Partial<Representation>): Representation => ({ dates: "string", int64: "number", decimals: "number", ...part });

const read = (codec: Codec, text: string, part: Partial<Representation>): unknown => wireOf(codec).decode(JSON.parse(text), shown(part), text).value;

const write = (codec: Codec, value: unknown, part: Partial<Representation>): string => {
  const wire = wireOf(codec);
  return wire.stringify(wire.encode(value, shown(part)).value);
};

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

describe("int64", () => {
  const list: Codec = { items: "int64" };

  test("every 64-bit integer there and back, as bigint and as text", () => {
    fc.assert(
      fc.property(fc.array(int64), (values) => {
        const text = `[${values.join(",")}]`;
        expect(read(list, text, { int64: "bigint" })).toEqual(values);
        expect(read(list, text, { int64: "string" })).toEqual(values.map(String));
        expect(write(list, values, { int64: "bigint" })).toBe(text);
        expect(write(list, values.map(String), { int64: "string" })).toBe(text);
      }),
    );
  });

  test("only where the codec says so; every other number is a number", () => {
    const codec: Codec = { members: { id: "int64" } };
    const text = '{"id":9007199254740993,"n":9007199254740993,"f":1.50,"s":"9007199254740993","deep":[{"id":9007199254740993}]}';
    expect(read(codec, text, { int64: "bigint" })).toEqual({ id: 9007199254740993n, n: 9007199254740992, f: 1.5, s: "9007199254740993", deep: [{ id: 9007199254740992 }] });
  });

  test("texts that look like what marks a number stay texts", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constant("\u0000exact1"), fc.constant('"123"'), fc.constant("#a#12345678901234567890"))), (texts) => {
        const codec: Codec = { members: { id: "int64" } };
        const text = JSON.stringify({ id: 0, texts }).replace('"id":0', '"id":12345678901234567');
        expect(read(codec, text, { int64: "bigint" })).toEqual({ id: 12345678901234567n, texts });
        expect(write(codec, { id: 12345678901234567n, texts }, { int64: "bigint" })).toBe(text);
      }),
    );
  });

  test("members of any name, __proto__ among them", () => {
    const text = '{"__proto__":{"id":12345678901234567},"id":12345678901234568}';
    const value = read({ members: { id: "int64" }, rest: { members: { id: "int64" } } }, text, { int64: "bigint" }) as object;
    expect(Object.hasOwn(value, "__proto__")).toBe(true);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value)).toEqual([["__proto__", { id: 12345678901234567n }], ["id", 12345678901234568n]]);
  });

  test.each([2n ** 63n, -(2n ** 63n) - 1n, "1.5", "x", ""])("%s is told", (value) => {
    expect(wireOf("int64").encode(value, shown({ int64: "bigint" })).issues).toHaveLength(1);
  });

  test("a validator sees numbers", () => {
    expect(wireOf(list).encode([1n, 12345678901234567n], shown({ int64: "bigint" })).checkable).toEqual([1, 12345678901234568]);
  });

  test("numbers stay numbers where they are to", () => {
    expect(read(list, "[12345678901234567]", { dates: "Date" })).toEqual([12345678901234568]);
  });

  test("what is no integer of 64 bits is left alone", () => {
    expect(read(list, '[1.5,"x",null,1e400]', { int64: "bigint" })).toEqual([1.5, "x", null, Infinity]);
  });
});

describe("decimal", () => {
  test("every digit there and back", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?$/), (digits) => {
        const text = `{"price":${digits}}`;
        expect(read({ members: { price: "decimal" } }, text, { decimals: "string" })).toEqual({ price: digits });
        expect(write({ members: { price: "decimal" } }, { price: digits }, { decimals: "string" })).toBe(text);
      }),
    );
  });

  test.each(["1,5", "0x10", "NaN", "01", "", "1; drop"])("%j is no number", (text) => {
    expect(wireOf("decimal").encode(text, shown({ decimals: "string" })).issues).toEqual([{ code: "format", path: [], message: "must be a decimal number" }]);
  });
});

describe("JSON with exact numbers", () => {
  test("is what JSON.parse and JSON.stringify make of it, numbers aside", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseExact(text, Number)).toEqual(JSON.parse(text));
        expect(stringifyExact(value)).toBe(text);
        expect(stringifyExact(parseExact(text, (digits) => new ExactNumber(digits)))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["{", '{"a":1}x', "[1,]", "'1'", ""])("%j is a SyntaxError", (text) => {
    expect(() => parseExact(text, Number)).toThrow(SyntaxError);
  });
});
