import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentedFilter } from "../../../generator/lift/from-docs/documented-api.js";
import { alignFilters, type FilterCandidate, type ValueClass } from "../../../generator/lift/from-docs/infer/align-filters.js";

const nowhere = { offset: 0, line: 1, column: 1 };

const operators: Readonly<Record<ValueClass, readonly string[]>> = { ordered: ["gt", "in"], text: ["contains", "in"], exact: ["in", "isnull"] };

const filterOf = (values: ValueClass): DocumentedFilter => ({
  place: { file: "input.txt", start: nowhere, end: nowhere },
  operators: operators[values].map((name) => ({ name, negatable: true })),
  negatable: true,
});

const classes = fc.constantFrom<ValueClass>("ordered", "text", "exact");

const fields: fc.Arbitrary<readonly FilterCandidate[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z_]{1,4}$/), { minLength: 4, maxLength: 10 })
  .chain((names) => fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), values: classes, certain: fc.boolean() }))));

const sorted = (candidates: readonly FilterCandidate[]): readonly FilterCandidate[] => candidates.toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** Every choice of fields with the certain ones in it, in the order of their names. */
const choices = (candidates: readonly FilterCandidate[]): readonly (readonly FilterCandidate[])[] =>
  sorted(candidates).reduce<readonly (readonly FilterCandidate[])[]>((found, field) => [...found.map((one) => [...one, field]), ...(field.certain ? [] : found)], [[]]);

const isTelling = (wanted: readonly ValueClass[]): boolean => wanted.length >= 4 && new Set(wanted).size >= 2;

/** By trying all of them. */
const byTrying = (wanted: readonly ValueClass[], candidates: readonly FilterCandidate[]): readonly (readonly string[])[] | undefined => {
  const fitting = choices(candidates).filter((one) => one.length === wanted.length && one.every(({ values }, index) => values === wanted[index]));
  if (!isTelling(wanted) || fitting.length === 0) return undefined;
  return wanted.map((_, index) => [...new Set(fitting.flatMap((one) => one[index]?.name ?? []))].sort());
};

const aligned = (wanted: readonly ValueClass[], candidates: readonly FilterCandidate[]): readonly (readonly string[])[] | undefined =>
  alignFilters(wanted.map(filterOf), candidates)?.map((one) => one.candidates.toSorted());

describe("filters without names", () => {
  test("get exactly the fields that they have in some arrangement", () => {
    fc.assert(
      fc.property(fields, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (candidates, taken) => {
        const chosen = sorted(candidates).filter(({ certain }, index) => certain || taken[index] === true);
        const wanted = chosen.map(({ values }) => values);
        const found = aligned(wanted, candidates);
        expect(found).toEqual(byTrying(wanted, candidates));
        // the field that a filter was made of is always among its fields
        if (found !== undefined) for (const [index, { name }] of chosen.entries()) expect(found[index]).toContain(name);
      }),
    );
  });

  test("get none where there is no arrangement", () => {
    fc.assert(
      fc.property(fields, fc.array(classes, { minLength: 1, maxLength: 12 }), (candidates, wanted) => {
        expect(aligned(wanted, candidates)).toEqual(byTrying(wanted, candidates));
      }),
    );
  });

  test("say nothing where they are few or all alike", () => {
    const all = (values: ValueClass): readonly FilterCandidate[] => ["a", "b", "c", "d", "e"].map((name) => ({ name, values, certain: true }));
    expect(aligned(["text", "text", "text", "text", "text"], all("text"))).toBeUndefined();
    expect(aligned(["text", "exact", "text"], [{ name: "a", values: "text", certain: true }, { name: "b", values: "exact", certain: true }, { name: "c", values: "text", certain: true }])).toBeUndefined();
  });
});
