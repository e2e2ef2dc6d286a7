import type { Contract } from "../../model/contract.js";
import type { Schema } from "../../model/schema.js";
import type { Rule } from "../../rules/index.js";

/** Can types say rules of this kind? */
export const isTyped = (kind: string): boolean => kind !== "ascending" && kind !== "uniqueBy";

/** The rules of a schema that its type tells, whoever checks them. */
export const toldRules = ({ rules, implied = [] }: Schema): readonly Rule[] => [...rules, ...implied];

export interface RuleCarrier {
  /** Does the type of the schema, or of something inside it, carry a rule? */
  readonly carries: (schema: Schema) => boolean;
  /** Do values of the schema come from the server alone? */
  readonly isOnlyRead: (schema: Schema) => boolean;
}

const innerOf = ({ keywords }: Schema): readonly Schema[] => {
  const { properties, items, additionalProperties, prefixItems, allOf, anyOf, oneOf, $ref } = keywords;
  return [
    ...(properties?.values() ?? []),
    ...[prefixItems, allOf, anyOf, oneOf].flatMap((schemas) => schemas ?? []),
    ...[items, additionalProperties, $ref?.schema()].filter((one) => one !== undefined),
  ];
};

/**
 * Types of what is only read are plain, since rules bind who writes; what no operation uses may be written. A value that goes
 * both ways is typed for who writes it.
 */
export const createRuleCarrier = ({ directions }: Pick<Contract, "directions">): RuleCarrier => {
  const known = new Map<Schema, boolean>();

  const isOnlyRead: RuleCarrier["isOnlyRead"] = ({ pointer }) => {
    const found = directions(pointer);
    return found.has("response") && !found.has("request");
  };

  const hasOwn = (schema: Schema): boolean => schema.variants !== undefined || toldRules(schema).some((rule) => isTyped(rule.kind));

  /** Goes through all inside of a schema of which nothing is known yet, so that each schema is gone through once. */
  const explore = (start: Schema): void => {
    const outersOf = new Map<Schema, Schema[]>([[start, []]]);
    const carriers = new Set<Schema>();
    // a map and a set are gone through while they grow
    for (const [one] of outersOf) {
      if (!known.has(one) && isOnlyRead(one)) known.set(one, false);
      if (known.get(one) ?? hasOwn(one)) carriers.add(one);
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

  const carries: RuleCarrier["carries"] = (schema) => {
    if (!known.has(schema)) explore(schema);
    return known.get(schema) === true;
  };

  return { carries, isOnlyRead };
};
