import fc from "fast-check";
import { expect, test } from "vitest";
import { type Issue } from "../../templates/issue.js";
import { toDottedPath } from "../../templates/to-dotted-path.js";
import { toFieldErrors } from "../../templates/to-field-errors.js";
import { toPointer } from "../../templates/to-pointer.js";

const issue = (path: Issue["path"], message: string, fields?: readonly string[]): Issue => ({
  code: "never",
  path,
  message,
  ...(fields && { fields }),
});

test("each field that an issue names gets it, below the object", () => {
  expect(
    toFieldErrors([
      issue(["contacts", 0, "email"], "must be an e-mail address"),
      issue(["contacts", 0], "at least one of a, b is required", ["a", "b"]),
      issue([], "from requires to", ["from", "to"]),
      issue([], "is not allowed"),
      issue(["to"], "must be a string"),
    ]),
  ).toEqual({
    "contacts.0.email": ["must be an e-mail address"],
    "contacts.0.a": ["at least one of a, b is required"],
    "contacts.0.b": ["at least one of a, b is required"],
    from: ["from requires to"],
    to: ["from requires to", "must be a string"],
    "": ["is not allowed"],
  });
});

test("the same message stands once at a field", () => {
  expect(toFieldErrors([issue(["a"], "x"), issue(["a"], "x"), issue([], "x", ["a", "a"])])).toEqual({ a: ["x"] });
});

test("no name reaches a prototype", () => {
  const errors = toFieldErrors([issue(["__proto__"], "x"), issue(["constructor"], "y")]);
  expect(Object.keys(errors)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(errors)).toBe(Object.prototype);
});

test.each([
  [[], "", ""],
  [["contacts", 0, "email"], "contacts.0.email", "/contacts/0/email"],
  [["förnamn", "first_name", "x-y", "$ref"], "förnamn.first_name.x-y.$ref", "/förnamn/first_name/x-y/$ref"],
  [["a", "b.c", "d"], 'a["b.c"].d', "/a/b.c/d"],
  [["a", "0", ""], 'a["0"][""]', "/a/0/"],
  [['"]', "a/b", "m~n"], '["\\"]"]["a/b"]["m~n"]', '/"]/a~1b/m~0n'],
])("%j as text", (path, dotted, pointer) => {
  expect(toDottedPath(path)).toBe(dotted);
  expect(toPointer(path)).toBe(pointer);
});

const paths = fc.array(fc.oneof(fc.nat(20), fc.string({ unit: fc.constantFrom("a", "0", ".", "[", "]", '"', "\\", "/", "~", "é") })), { maxLength: 4 });

test("no two paths have one text", () => {
  fc.assert(
    fc.property(paths, paths, (left, right) => {
      const areEqual = JSON.stringify(left) === JSON.stringify(right);
      expect(toDottedPath(left) === toDottedPath(right)).toBe(areEqual);
      // RFC 6901 does not tell an index from a name of digits
      expect(toPointer(left) === toPointer(right)).toBe(JSON.stringify(left.map(String)) === JSON.stringify(right.map(String)));
    }),
    { numRuns: 2000 },
  );
});
