import { suggest } from "../diagnostics/suggest.js";
import type { Schema } from "../model/schema.js";
import { placeOf } from "../rules/field-places.js";
import { kindOf, type Rule } from "../rules/index.js";
import type { Check } from "./check.js";

/** The fields that a schema knows, its own and those it takes over; undefined where any name is possible. */
const fieldsOf = (schema: Schema, depth = 8): readonly string[] | undefined => {
  if (depth === 0) return undefined;
  const { properties, $ref, allOf, anyOf, oneOf, patternProperties } = schema.keywords;
  if (patternProperties !== undefined) return undefined;
  const others = [$ref?.schema(), ...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? [])].filter((one) => one !== undefined);
  const inherited = others.map((other) => fieldsOf(other, depth - 1));
  if (inherited.some((fields) => fields === undefined)) return undefined;
  const names = [...(properties?.keys() ?? []), ...inherited.flatMap((fields) => fields ?? [])];
  return names;
};

const ownerOf = (rule: Rule, schema: Schema): Schema | undefined => {
  if (rule.kind !== "uniqueBy") return schema;
  const items = schema.keywords.items;
  return items?.keywords.$ref?.schema() ?? items;
};

/** A rule must name fields that its object has. An object that lists no field says nothing about names. */
export const ruleFields: Check = (contract, report) => {
  for (const schema of contract.schemaAt.values())
    for (const rule of schema.rules) {
      const owner = ownerOf(rule, schema);
      const fields = owner === undefined ? undefined : fieldsOf(owner);
      if (fields === undefined || fields.length === 0) continue;
      const named = kindOf(rule).fields(rule);
      for (const name of named) {
        if (fields.includes(name)) continue;
        // what the rule names already was not meant a second time
        const near = suggest(name, fields.filter((field) => !named.includes(field)));
        report("rule-field-unknown", {
          message: `the rule "${kindOf(rule).sentence(rule)}" names the field ${JSON.stringify(name)}, which the object does not have`,
          at: placeOf(rule, name),
          ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
        });
      }
    }
};
