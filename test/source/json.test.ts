import { describe, expect, test } from "vitest";
import { toPlain } from "../../generator/source/to-plain.js";
import { read, valueOf } from "./support/read.js";

const fault = (text: string): string => {
  const { read: found, diagnostics } = read(text, "a.json");
  expect(found).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  return diagnostics.join();
};

describe("values", () => {
  test.each(["null", "true", "-0.5e+3", "1E2", '"a\\"b\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udc08"', " [ ] ", "{ }", '{"a":[1,{"b":null}],"":false}', "\t\r\n0"])(
    "%s as JSON.parse reads it",
    (text) => {
      expect(toPlain(valueOf(text, "a.json"))).toEqual(JSON.parse(text));
    },
  );

  test("keys keep their order and none is special", () => {
    const value = valueOf('{"b":1,"2":1,"1":1,"__proto__":1,"":1}', "a.json");
    expect([...(value as ReadonlyMap<string, number>).keys()]).toEqual(["b", "2", "1", "__proto__", ""]);
  });

  test("a lone surrogate stays what it is", () => {
    expect(valueOf('"\\ud800"', "a.json")).toBe("\uD800");
  });
});

describe("faults", () => {
  test.each([
    ["", "a.json:1:1 file-empty the file is empty"],
    ["[1,]", "a.json:1:3 json-syntax a comma stands before another member, not before `]`"],
    ['{"a":1,}', "a.json:1:7 json-syntax a comma stands before another member, not before `}`"],
    ['{"a" 1}', "a.json:1:6 json-syntax expected `:`, found `1`"],
    ['{"a":1 "b":2}', "a.json:1:8 json-syntax expected `,` or `}`, found `\"`"],
    ["[1 2]", "a.json:1:4 json-syntax expected `,` or `]`, found `2`"],
    ['{"a":1', "a.json:1:7 json-syntax expected `,` or `}`, found the end of the file"],
    ['{"a":1} x', "a.json:1:9 json-syntax expected the end of the file, found `x`"],
    ["01", "a.json:1:1 json-syntax expected a value, found `0`"],
    ["1.", "a.json:1:1 json-syntax expected a value, found `1`"],
    ["+1", "a.json:1:1 json-syntax expected a value, found `+`"],
    ["NaN", "a.json:1:1 json-syntax expected a value, found `N`"],
    ["nulls", "a.json:1:1 json-syntax expected a value, found `n`"],
    ['"a\nb"', "a.json:1:3 json-syntax a string cannot hold a line break, a tab or another control character; write it as an escape"],
    ['"\\x"', "a.json:1:2 json-syntax unknown escape in a string"],
    ['"\\u12G4"', "a.json:1:2 json-syntax unknown escape in a string"],
    ['"abc', "a.json:1:1 json-syntax the string is not closed"],
    ["// a\n1", "a.json:1:1 json-syntax comments are not part of JSON"],
    ["/ 1", "a.json:1:1 json-syntax expected a value, found `/`"],
    ["[,1]", "a.json:1:2 json-syntax expected a value, found `,`"],
    ["[1,,2]", "a.json:1:4 json-syntax expected a value, found `,`"],
    ["👍", "a.json:1:1 json-syntax expected a value, found `👍`"],
  ])("%j", (text, message) => {
    expect(fault(text)).toBe(message);
  });

  test("commas and comments do not hide what else is wrong", () => {
    const { read: found, diagnostics } = read('{\n "a": [1, 2,], // one\n "b": 2 /* two */\n "c": { "d": 1, },\n "e": nope\n}', "a.json");
    expect(found).toBeUndefined();
    expect(diagnostics).toEqual([
      "a.json:2:12 json-syntax a comma stands before another member, not before `]`",
      "a.json:2:16 json-syntax comments are not part of JSON",
      "a.json:3:9 json-syntax comments are not part of JSON",
      "a.json:4:2 json-syntax expected `,` or `}`, found `\"`",
      "a.json:4:15 json-syntax a comma stands before another member, not before `}`",
      "a.json:5:7 json-syntax expected a value, found `n`",
    ]);
  });

  test("slips of any number are told up to a hundred, and one that ends the reading", () => {
    expect(read(`[${"1 ".repeat(10_000)}]`, "a.json").diagnostics).toHaveLength(101);
    expect(read("//\n".repeat(10_000), "a.json").diagnostics).toHaveLength(101);
    expect(read(`[1, /* ${"x".repeat(100)}`, "a.json").diagnostics).toHaveLength(2);
  });

  test("keys written twice of any number are told up to a hundred", () => {
    expect(read(`{"a":1${',"a":1'.repeat(1_000)}}`, "a.json").diagnostics).toHaveLength(100);
  });

  test("depth is bounded, however deep the text is", () => {
    expect(read(`${"[".repeat(500)}${"]".repeat(500)}`, "a.json").diagnostics).toEqual([]);
    expect(fault(`${"[".repeat(10_000)}${"]".repeat(10_000)}`)).toContain("a.json:1:501 depth-exceeded");
    expect(fault('{"a":'.repeat(10_000))).toContain("depth-exceeded");
  });

  test("keys written twice are named with both places", () => {
    const { read: found, diagnostics } = read('{\n "a": 1,\n "b": { "c": 1, "\\u0063": 2 },\n "a": 3\n}', "a.json");
    expect(diagnostics).toEqual([
      'a.json:3:17 json-duplicate-key the key "c" is written twice [a.json:3:9 first written here]',
      'a.json:4:2 json-duplicate-key the key "a" is written twice [a.json:2:2 first written here]',
    ]);
    expect(toPlain(found?.value ?? null)).toEqual({ a: 1, b: { c: 1 } });
  });
});

describe("which of the two", () => {
  test("JSON in a .yaml file is read as JSON", () => {
    expect(toPlain(valueOf('{"a":\t1}'))).toEqual({ a: 1 });
  });

  test("what only begins like JSON is YAML there, and a fault in a .json file", () => {
    expect(toPlain(valueOf("{ a: 1, }"))).toEqual({ a: 1 });
    expect(fault("{ a: 1, }")).toContain("a.json:1:3 json-syntax expected a key in double quotes");
  });
});
