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

  /** Goes through all inside of a schema of which nothing is known yet, so that each schema is gone through once. */
  const explore = (start: Schema): void => {
    const outersOf = new Map<Schema, Schema[]>([[start, []]]);
    const carriers = new Set<Schema>();
    // a map and a set are gone through while they grow
    for (const [one] of outersOf) {
      if (known.get(one) ?? one.rules.some((rule) => isTyped(rule.kind))) carriers.add(one);
      if (known.has(one)) continue;
      for (const inner of innerOf(one)) {
        const outers = outersOf.get(inner);
        if (outers === undefined) outersOf.set(inner, [one]);
        else outers.push(one);
      }
    }
    for (const one of carriers) for (const outer of outersOf.get(one) ?? []) carriers.add(outer);
    for (const one of outersOf.keys()) known.set(one, carriers.has(one));
  };

  return (schema) => {
    if (!known.has(schema)) explore(schema);
    return known.get(schema) === true;
  };
};
