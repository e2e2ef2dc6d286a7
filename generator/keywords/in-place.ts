import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";
import type { Holds } from "./keyword.js";
import { membersOf } from "./member.js";

/** When the annotations of a subschema count: those of one that does not hold are dropped (2020-12 core §7.7.1). */
export type Condition =
  | { readonly kind: "always" }
  | { readonly kind: "holds" | "fails"; readonly schema: Schema }
  | { readonly kind: "present"; readonly name: string };

/** A subschema that applies to the same value. */
export interface Branch {
  readonly schema: Schema;
  readonly when: Condition;
}

const always: Condition = { kind: "always" };

const alternatives = (schemas: readonly Schema[]): readonly Branch[] =>
  schemas.map((schema) => ({ schema, when: { kind: "holds", schema } }));

/** The subschemas that a schema applies to its own value, and whose annotations are then its own. `not` has none (core §7.7.1.1). */
export const branchesOf = ({ keywords }: Schema): readonly Branch[] => {
  const { $ref, $dynamicRef, allOf, anyOf, oneOf, if: condition, then, else: otherwise } = keywords;
  const references = [$ref, $dynamicRef].flatMap((one) => (one === undefined ? [] : [{ schema: one.schema(), when: always }]));
  const all = (allOf ?? []).map((schema) => ({ schema, when: always }));
  const some = [...alternatives(anyOf ?? []), ...alternatives(oneOf ?? [])];
  const conditional =
    condition === undefined
      ? []
      : [
          ...alternatives([condition]),
          ...(then === undefined ? [] : [{ schema: then, when: { kind: "holds", schema: condition } as const }]),
          ...(otherwise === undefined ? [] : [{ schema: otherwise, when: { kind: "fails", schema: condition } as const }]),
        ];
  const dependent = [...(keywords.dependentSchemas ?? []), ...(keywords.dependencies?.schemas ?? [])].map(([name, schema]) => ({ schema, when: { kind: "present", name } as const }));
  return [...references, ...all, ...some, ...conditional, ...dependent];
};

/** Does the condition hold for a value? */
export const isMet = (condition: Condition, value: JsonValue, interpret: Holds): boolean => {
  switch (condition.kind) {
    case "always":
      return true;
    case "present":
      return membersOf(value).some(([key]) => key === condition.name);
    case "holds":
      return interpret.holds(condition.schema, value);
    case "fails":
      return !interpret.holds(condition.schema, value);
  }
};
