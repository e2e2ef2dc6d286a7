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

  const carries = (schema: Schema): boolean => known.get(schema) ?? schema.rules.some((rule) => isTyped(rule.kind));

  return (schema) => {
    // what is inside, with what it was found in; a map is gone through while it grows
    const outerOf = new Map<Schema, Schema | undefined>([[schema, undefined]]);
    for (const [one] of outerOf) {
      if (carries(one)) {
        for (let outer: Schema | undefined = one; outer !== undefined; outer = outerOf.get(outer)) known.set(outer, true);
        return true;
      }
      if (!known.has(one)) for (const inner of innerOf(one)) if (!outerOf.has(inner)) outerOf.set(inner, one);
    }
    for (const one of outerOf.keys()) known.set(one, false);
    return false;
  };
};
