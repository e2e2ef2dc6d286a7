import type { ValueKind } from "../model/filter.js";
import { type BuiltInDialect, defineDialect } from "./define-dialect.js";

const operators = {
  eq: "value",
  ne: "value",
  gt: "value",
  gte: "value",
  lt: "value",
  lte: "value",
  greaterThan: "value",
  greaterThanOrEqualTo: "value",
  greaterThanOrEqual: "value",
  lessThan: "value",
  lessThanOrEqualTo: "value",
  lessThanOrEqual: "value",
  notEqualTo: "value",
  above: "value",
  below: "value",
  after: "value",
  before: "value",
  since: "value",
  until: "value",
  from: "value",
  to: "value",
  min: "value",
  max: "value",
  between: "list",
  in: "list",
  notIn: "list",
  startsWith: "text",
  endsWith: "text",
  contains: "text",
  like: "text",
  isNull: "boolean",
  isNotNull: "boolean",
} as const satisfies Record<string, ValueKind>;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `NameStartsWith`, `CreatedAfter` (https://docs.servicestack.net/autoquery/rdbms#implicit-conventions), `createdAfter`. */
export const camelCase: BuiltInDialect = defineDialect({
  title: "operators as the last words of a name",
  operator: "{field}{operator}",
  list: "comma",
  operators,
  words: Object.fromEntries(Object.keys(operators).map((operator) => [operator, capital(operator)])),
  sets: {
    range: ["greaterThan", "greaterThanOrEqualTo", "lessThan", "lessThanOrEqualTo"],
    text: ["startsWith", "endsWith", "contains"],
  },
  spelling: { negations: ["{parameter}Not"], paired: ["Since", "Until", "From", "To"], isWeak: true },
});
