import type { Schema } from "../../model/schema.js";

/** Can types say rules of this kind? */
export const isTyped = (kind: string): boolean => kind !== "ascending" && kind !== "uniqueBy";

const innerOf = ({ keywords }: Schema): readonly Schema[] => {
  const { properties, items, additionalProperties, prefixItems, allOf, anyOf, oneOf, $ref } = keywords;
  return [
    ...(properties?.values() ?? []),
    ...[prefixItems, allOf, anyOf, oneOf].flatMap((schemas) => schemas ?? []),
    ...[items, additionalProperties, $ref?.schema()].filter((one) => one !== undefined),
  ];
};

/** Tells whether the type of a schema, or of something inside it, carries a rule. */
export const createRuleCarrier = (): ((schema: Schema) => boolean) => {
  const known = new Map<Schema, boolean>();

  /** `seen` is what was asked on the way: in a cycle, an answer is known only when all of the cycle was looked at. */
  const search = (schema: Schema, seen: Set<Schema>): boolean => {
    const before = known.get(schema);
    if (before !== undefined || seen.has(schema)) return before ?? false;
    seen.add(schema);
    const found = schema.rules.some((rule) => isTyped(rule.kind)) || innerOf(schema).some((inner) => search(inner, seen));
    if (found) known.set(schema, true);
    return found;
  };

  return (schema) => {
    const seen = new Set<Schema>();
    const found = search(schema, seen);
    if (!found) for (const one of seen) known.set(one, false);
    return found;
  };
};
