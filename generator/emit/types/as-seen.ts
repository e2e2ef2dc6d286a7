/**
 * What a reference leads to, as it is looked at: where it may be null, no member of it can be asked for, since null has none, and
 * the type that is written then does not compile.
 */
export const asSeen = (target: unknown): unknown => {
  if (typeof target !== "object" || target === null || !("properties" in target)) return target;
  const mayBeNull = ("nullable" in target && target.nullable === true) || ("type" in target && Array.isArray(target.type) && target.type.includes("null"));
  const { properties: _, ...others } = target;
  return mayBeNull ? others : target;
};
