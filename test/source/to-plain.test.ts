import { expect, test } from "vitest";
import { toPlain } from "../../generator/source/to-plain.js";
import { valueOf } from "./support/read.js";

test("the keys of objects stay, whatever they are", () => {
  const plain = toPlain(valueOf('{ "b": 1, "a": [true, null, { "constructor": "c" }], "": "empty" }', "a.json"));
  expect(JSON.stringify(plain)).toBe('{"b":1,"a":[true,null,{"constructor":"c"}],"":"empty"}');
});

test("`__proto__` becomes an own member and changes no prototype", () => {
  const plain = toPlain(valueOf('{ "__proto__": { "polluted": true }, "a": 1 }', "a.json"));
  expect(Object.keys(plain as object)).toEqual(["__proto__", "a"]);
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  expect("polluted" in (plain as object)).toBe(false);
  expect(JSON.stringify(plain)).toBe('{"__proto__":{"polluted":true},"a":1}');
});
