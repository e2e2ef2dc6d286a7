import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { child } from "../../generator/source/pointer.js";
import { load } from "../source/support/load.js";

const name = fc.constantFrom("a", "b", "c");
const scalar = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom("x", "y"), fc.boolean());

/** Below each name always the same shape, so that every update fits its target. */
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({ n: fc.dictionary(name, tie("tree"), { maxKeys: 3 }), l: fc.array(scalar, { maxLength: 3 }), v: scalar }, { requiredKeys: [] }),
}));

interface Tree {
  n?: Record<string, Tree>;
  l?: (number | string | boolean)[];
  v?: number | string | boolean;
}

type Step = { readonly path: readonly string[] } & ({ readonly remove: true } | { readonly update: Tree });

const step: fc.Arbitrary<Step> = fc.record({ path: fc.array(name, { maxLength: 2 }), work: fc.oneof(fc.constant(undefined), tree) }).map(({ path, work }) =>
  work === undefined && path.length > 0 ? { path, remove: true } : { path, update: work ?? {} },
);

/** The same in the plainest way: a value that is changed in place. */
const mergeInto = (target: Tree, { n, l, v }: Tree): void => {
  if (v !== undefined) target.v = v;
  if (l !== undefined) target.l = [...(target.l ?? []), ...l];
  for (const [key, member] of Object.entries(n ?? {})) {
    target.n ??= {};
    const own = target.n[key];
    if (own === undefined) target.n[key] = structuredClone(member);
    else mergeInto(own, member);
  }
  if (n !== undefined) target.n ??= {};
};

const perform = (root: Tree, one: Step): void => {
  let [target, owner]: [Tree | undefined, Tree | undefined] = [root, undefined];
  for (const key of one.path) [target, owner] = [target?.n?.[key], target];
  if (target === undefined) return;
  if ("update" in one) mergeInto(target, one.update);
  else delete owner?.n?.[one.path.at(-1) ?? ""];
};

const actionOf = (one: Step): object => {
  const target = `$['x-tree']${one.path.map((key) => `.n.${key}`).join("")}`;
  return "update" in one ? { target, update: one.update } : { target, remove: true };
};

const overlayOf = (steps: readonly Step[]): string =>
  JSON.stringify({ overlay: "1.1.0", info: { title: "T", version: "1" }, actions: [...steps.map(actionOf), { target: "$.info", update: {} }] });

const scalarsIn = (value: JsonValue, pointer: string): readonly (readonly [string, JsonValue])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => scalarsIn(member, child(pointer, key)))
    : [[pointer, value]];

test("overlays give what changing the value in place gives, and every part stands where it was written", () => {
  const steps = fc.array(step, { maxLength: 4 });
  fc.assert(
    fc.property(tree, steps, steps, (start, one, two) => {
      const files = {
        "openapi.json": JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, "x-tree": start }),
        "one.json": overlayOf(one),
        "two.json": overlayOf(two),
      };
      const { document, textAt } = load(files, ["one.json", "two.json"]);
      const expected = structuredClone(start);
      for (const work of [...one, ...two]) perform(expected, work);
      const made = (document as { readonly "x-tree": JsonValue })["x-tree"];
      expect(made).toEqual(expected);
      for (const [pointer, value] of scalarsIn(made, "/x-tree")) expect(JSON.parse(textAt(pointer)?.replace(/^\S+ /, "") ?? "")).toEqual(value);
    }),
    { numRuns: 300 },
  );
});
