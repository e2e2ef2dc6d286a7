import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { child, parent, tokens } from "../../generator/source/pointer.js";
import { resolveReference, valueAt } from "../../generator/source/resolve.js";
import type { SourceObject, SourceValue } from "../../generator/source/value.js";

describe("child", () => {
  test.each([
    ["", [], ""],
    ["", ["a"], "/a"],
    ["/paths", ["/users/{id}"], "/paths/~1users~1{id}"],
    ["/a", ["~1"], "/a/~01"],
    ["/a", ["", 0, "b"], "/a//0/b"],
  ])("of %j by %j", (from, path, pointer) => {
    expect(child(from, ...path)).toBe(pointer);
  });
});

describe("tokens", () => {
  test.each([
    ["", []],
    ["/", [""]],
    ["/a~1b/0", ["a/b", "0"]],
    ["/~01", ["~1"]],
    ["/a//b", ["a", "", "b"]],
  ])("of %j", (pointer, path) => {
    expect(tokens(pointer)).toEqual(path);
  });

  test("undo child, whatever the tokens are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (path) => {
        expect(tokens(child("", ...path))).toEqual(path);
      }),
    );
  });
});

describe("parent", () => {
  test.each([
    ["/a/b", "/a"],
    ["/a", ""],
    ["", ""],
    ["/a~1b", ""],
  ])("of %j", (pointer, above) => {
    expect(parent(pointer)).toBe(above);
  });
});

const object = (...members: readonly (readonly [string, SourceValue])[]): SourceObject => new Map(members);

const root = object(
  ["a/b", object(["~", 1])],
  ["", "empty key"],
  ["list", ["zero", object(["x", null])]],
  ["a b%", true],
  ["é", "accent"],
  ["__proto__", "own"],
);

describe("valueAt", () => {
  test.each<[string, SourceValue | undefined]>([
    ["", root],
    ["/", "empty key"],
    ["/a~1b/~0", 1],
    ["/list/0", "zero"],
    ["/list/1/x", null],
    ["/list/00", undefined],
    ["/list/-", undefined],
    ["/list/2", undefined],
    ["/list/length", undefined],
    ["/__proto__", "own"],
    ["/list/__proto__", undefined],
    ["/constructor", undefined],
    ["/list/0/0", undefined],
  ])("%j", (pointer, value) => {
    expect(valueAt(root, pointer)).toBe(value);
  });
});

describe("resolveReference", () => {
  test.each<[string, string | undefined]>([
    ["#", ""],
    ["#/", "/"],
    ["#/a~1b/~0", "/a~1b/~0"],
    ["#/a%20b%25", "/a b%"],
    ["#/%C3%A9", "/é"],
    ["#/é", "/é"],
    ["#/missing", undefined],
    ["#anchor", undefined],
    ["other.yaml#/list", undefined],
  ])("%j", (reference, pointer) => {
    expect(resolveReference(root, reference)?.pointer).toBe(pointer);
  });
});
