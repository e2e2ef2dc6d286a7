import type { JsonValue } from "../code/json-value.js";

/** Fields that count together. */
export type Group = readonly string[];

/** What a sentence says of fields, before it is put into keywords. */
export type Statement =
  | { readonly kind: "atLeastOne" | "exactlyOne" | "atMostOne" | "allOrNone"; readonly groups: readonly Group[] }
  /** With `field`, all (or `any`) of `needs` are set. */
  | { readonly kind: "requires"; readonly field: string; readonly needs: Group; readonly any: boolean }
  /** With `field`, none of `others` is set; these may stand together. */
  | { readonly kind: "forbids"; readonly field: string; readonly others: Group }
  | { readonly kind: "when"; readonly condition: Condition; readonly verdict: "required" | "forbidden"; readonly fields: Group }
  /** From the least to the greatest. */
  | { readonly kind: "ascending"; readonly fields: Group; readonly strict: boolean }
  /** In an order that is not said. */
  | { readonly kind: "ordered"; readonly fields: Group }
  /** Only the server can tell. */
  | { readonly kind: "unique"; readonly field: string }
  /** Equal to what other fields hold, of objects that only the server knows. */
  | { readonly kind: "matches"; readonly field: string; readonly others: Group }
  /** Of a number, or of a text that is one: there the keywords of the standard say nothing. */
  | { readonly kind: "bound"; readonly field: string; readonly minimum?: number; readonly maximum?: number }
  /** How parameters are named after their operators, for the whole description. */
  | { readonly kind: "dialect"; readonly operator: string }
  | { readonly kind: "filter"; readonly field: string; readonly operators: readonly string[]; readonly negatable: boolean | readonly string[] };

export interface Condition {
  readonly field: string;
  readonly values: readonly JsonValue[];
  readonly negated: boolean;
}

export type StatementKind = Statement["kind"];

const grouped = (groups: readonly Group[]): string =>
  groups
    .map((group) => group.toSorted().join(" + "))
    .toSorted()
    .join(", ");

const words = { atLeastOne: "at least one of", exactlyOne: "exactly one of", atMostOne: "at most one of", allOrNone: "all or none of" } as const;

const negation = ({ operators, negatable }: { readonly operators: readonly string[]; readonly negatable: boolean | readonly string[] }): string => {
  if (typeof negatable === "boolean") return negatable ? " (negatable)" : "";
  return negatable.length === operators.length ? " (negatable)" : ` (negatable: ${negatable.join(", ")})`;
};

/**
 * The statement in a line, alike for statements that mean the same; scores and overlays compare by it.
 *
 * // ~> `at least one of a, b` · `a requires b` · `kind is "x": a is required` · `from <= until`
 */
export const statementText = (statement: Statement): string => {
  switch (statement.kind) {
    case "requires":
      return `${statement.field} requires ${statement.needs.toSorted().join(statement.any ? " or " : ", ")}`;
    case "forbids":
      return `${statement.field} forbids ${statement.others.toSorted().join(", ")}`;
    case "when": {
      const { field, values, negated } = statement.condition;
      const value = values
        .map((one) => JSON.stringify(one))
        .toSorted()
        .join(" or ");
      return `${field} is ${negated ? "not " : ""}${value}: ${statement.fields.toSorted().join(", ")} ${statement.fields.length === 1 ? "is" : "are"} ${statement.verdict}`;
    }
    case "ascending":
      return statement.fields.join(statement.strict ? " < " : " <= ");
    case "ordered":
      return statement.fields.toSorted().join(" ? ");
    case "unique":
      return `${statement.field} is unique`;
    case "matches":
      return `${statement.field} matches ${statement.others.toSorted().join(", ")}`;
    case "bound":
      return [...(statement.minimum === undefined ? [] : [`${statement.minimum} <=`]), statement.field, ...(statement.maximum === undefined ? [] : [`<= ${statement.maximum}`])].join(" ");
    case "dialect":
      return `filters are spelled ${statement.operator}`;
    case "filter":
      return `filter ${statement.field}: ${statement.operators.join(", ")}${negation(statement)}`;
    default:
      return `${words[statement.kind]} ${grouped(statement.groups)}`;
  }
};

/** Every field that the statement names, each once. */
export const fieldsOf = (statement: Statement): readonly string[] => {
  switch (statement.kind) {
    case "requires":
      return [...new Set([statement.field, ...statement.needs])];
    case "forbids":
      return [...new Set([statement.field, ...statement.others])];
    case "when":
      return [...new Set([statement.condition.field, ...statement.fields])];
    case "ascending":
    case "ordered":
      return statement.fields;
    case "matches":
      return [...new Set([statement.field, ...statement.others])];
    case "unique":
    case "bound":
    case "filter":
      return [statement.field];
    case "dialect":
      return [];
    default:
      return [...new Set(statement.groups.flat())];
  }
};
