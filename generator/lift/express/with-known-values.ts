import { equals } from "../../../templates/check.js";
import type { JsonValue } from "../../code/json-value.js";
import { toPlain } from "../../source/to-plain.js";
import { type Scope, type ScopeField, valuesOf } from "../scopes/scope.js";
import type { Statement } from "../statement.js";

/** Every value that a field may have, where that is known; null means that it has none. */
const domainOf = (field: ScopeField): readonly JsonValue[] | undefined => {
  const listed = valuesOf(field)?.map(toPlain).filter((value) => value !== null);
  return listed ?? (field.schema.get("type") === "boolean" ? [true, false] : undefined);
};

/**
 * "Not x" as the other values, where the field lists its values: types and validators know those.
 *
 * // ~> `method is not "send": due is forbidden` becomes `method is "auto": due is forbidden`
 */
export const withKnownValues = (statement: Statement, { fields }: Scope): Statement => {
  if (statement.kind !== "when" || !statement.condition.negated) return statement;
  const { condition } = statement;
  const field = fields.get(condition.field);
  const domain = field === undefined ? undefined : domainOf(field);
  const others = domain?.filter((value) => !condition.values.some((one) => equals(one, value)));
  return others === undefined || others.length === 0 ? statement : { ...statement, condition: { ...condition, values: others, negated: false } };
};
