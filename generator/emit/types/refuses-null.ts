import { resolveReference } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** References and members that are followed; what is deeper may be null as far as is known. */
const depth = 16;

const itemsOf = (schema: SourceObject, key: string): readonly SourceValue[] | undefined => {
  const list = schema.get(key);
  return isSourceArray(list) ? list : undefined;
};

const combinedTake = (schema: SourceObject, document: SourceObject, left: number): boolean => {
  const takes = (member: SourceValue): boolean => takesNull(member, document, left - 1);
  const [all, any, one] = ["allOf", "anyOf", "oneOf"].map((key) => itemsOf(schema, key));
  return (all?.every(takes) ?? true) && (any?.some(takes) ?? true) && (one === undefined || one.filter(takes).length === 1);
};

const takesNull = (value: SourceValue, document: SourceObject, left: number): boolean => {
  if (!isSourceObject(value) || left === 0) return value !== false;
  const reference = value.get("$ref");
  if (typeof reference === "string") return takesNull(resolveReference(document, reference)?.value ?? true, document, left - 1);
  if (value.has("type") && value.get("nullable") !== true) return false;
  return itemsOf(value, "enum")?.includes(null) !== false && combinedTake(value, document, left);
};

/**
 * Is the `nullable` beside a `type` of OpenAPI 3.0 without effect, since what stands beside it refuses null: an `enum` that does not
 * list it, a member of `allOf`, all of `anyOf`? `nullable` only widens the `type` (proposal 2019-10-31, "Clarify Nullable").
 * https://github.com/OAI/OpenAPI-Specification/blob/main/proposals/2019-10-31-Clarify-Nullable.md
 */
export const refusesNull = (schema: SourceObject, document: SourceObject): boolean =>
  schema.get("nullable") === true && schema.has("type") && !takesNull(schema, document, depth);
