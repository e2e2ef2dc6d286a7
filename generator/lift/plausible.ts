import { isSourceArray } from "../source/value.js";
import type { Scope, ScopeField } from "./scopes/scope.js";
import { fieldsOf, type Statement } from "./statement.js";

const typesOf = ({ schema }: ScopeField): readonly string[] => {
  const type = schema.get("type");
  return typeof type === "string" ? [type] : isSourceArray(type) ? type.filter((one): one is string => typeof one === "string") : [];
};

/** Numbers, dates, and texts that may be either. */
const isComparable = (field: ScopeField): boolean => {
  const types = typesOf(field).filter((type) => type !== "null");
  return !field.schema.has("enum") && types.every((type) => type === "integer" || type === "number" || type === "string");
};

const isDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Can the statement be meant? A rule between a field and itself cannot, nor an order of lists. */
export const isPlausible = (statement: Statement, { fields }: Scope): boolean => {
  const names = fieldsOf(statement);
  if (names.some((name) => !fields.has(name))) return false;
  switch (statement.kind) {
    case "atLeastOne":
    case "exactlyOne":
    case "atMostOne":
    case "allOrNone":
      return statement.groups.length > 1 && isDistinct(statement.groups.flat());
    case "requires":
      return statement.needs.length > 0 && !statement.needs.includes(statement.field);
    case "forbids":
      return statement.others.length > 0 && !statement.others.includes(statement.field);
    case "when":
      return statement.condition.values.length > 0 && statement.fields.length > 0 && !statement.fields.includes(statement.condition.field);
    case "ascending":
    case "ordered":
      return names.length > 1 && isDistinct(statement.fields) && names.every((name) => {
          const field = fields.get(name);
          return field !== undefined && isComparable(field);
        });
    default:
      return true;
  }
};
