import fc from "fast-check";
import type { Scope, ScopeField } from "../../../generator/lift/scopes/scope.js";
import type { Statement } from "../../../generator/lift/statement.js";
import type { SourceObject, SourceValue } from "../../../generator/source/value.js";

export const names = ["a", "b", "c", "d", "e"] as const;

/** The values that a field is given here. */
export const texts = ["x", "y", "z"] as const;

export interface Case {
  readonly version: "3.0.3" | "3.1.0";
  readonly kind: Scope["kind"];
  readonly nullable: readonly string[];
  readonly statement: Statement;
}

const row = (min: number, max: number): fc.Arbitrary<readonly string[]> => fc.shuffledSubarray([...names], { minLength: min, maxLength: max });

/** Groups that share no field. */
const groups: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .tuple(row(2, 5), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([fields, joins]) =>
    fields.reduce<readonly (readonly string[])[]>((all, name, index) => {
      const last = all.at(-1);
      // one group says nothing
      return last !== undefined && joins[index] === true && all.length > 1 ? [...all.slice(0, -1), [...last, name]] : [...all, [name]];
    }, []),
  );

export const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.tuple(fc.constantFrom("atLeastOne" as const, "exactlyOne" as const, "atMostOne" as const), groups).map(([kind, all]): Statement => ({ kind, groups: all })),
  row(2, 4).map((fields): Statement => ({ kind: "allOrNone", groups: fields.map((name) => [name]) })),
  fc.tuple(row(2, 4), fc.boolean()).map(([[field = "", ...needs], any]): Statement => ({ kind: "requires", field, needs, any: any && needs.length > 1 })),
  row(2, 4).map(([field = "", ...others]): Statement => ({ kind: "forbids", field, others })),
  fc
    .tuple(row(2, 4), fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 2 }), fc.boolean(), fc.constantFrom("required" as const, "forbidden" as const))
    .map(([[field = "", ...fields], values, negated, verdict]): Statement => ({ kind: "when", condition: { field, values, negated }, verdict, fields })),
);

export const aCase: fc.Arbitrary<Case> = fc.record({
  version: fc.constantFrom("3.0.3" as const, "3.1.0" as const),
  kind: fc.constantFrom("object" as const, "query" as const),
  nullable: fc.subarray([...names]),
  statement,
});

/** An object of a description. */
export const object = (...members: readonly (readonly [string, SourceValue])[]): SourceObject => new Map(members);

/** The schema of a field, null with it where it may be null, in the words of the version. */
export const fieldSchema = (name: string, { version, nullable }: Pick<Case, "version" | "nullable">): SourceObject => {
  if (!nullable.includes(name)) return object(["type", "string"]);
  return version === "3.0.3" ? object(["type", "string"], ["nullable", true]) : object(["type", ["string", "null"]]);
};

export const scopeOf = (one: Case, pointer = "/components/schemas/S"): Scope => ({
  kind: one.kind,
  pointer,
  title: "S",
  required: new Set(),
  fields: new Map(names.map((name): readonly [string, ScopeField] => [name, { name, pointer: `${pointer}/properties/${name}`, schema: fieldSchema(name, one), source: fieldSchema(name, one) }])),
});
