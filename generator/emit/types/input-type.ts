import { type Code, code, join, raw, typeSymbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Schema } from "../../model/schema.js";
import type { Plan, PlannedSchema } from "../../plan/plan.js";
import { type FieldSchema, ruleAlternatives, ruleUnion, sentenceType, unionSize } from "./rule-types.js";
import { createTypeWriter } from "./type-expression.js";

/**
 * Members that the intersection of a schema's rule unions may multiply out to. Five groups of three (243) cost the
 * compiler under a second, eight cost four, eleven are an error (TS2590).
 */
export const typeBudget = 256;

const components = typeSymbol("openapi", "components");

/** The type as openapi-typescript writes it: components["schemas"]["Account"] */
const plainComponent = (name: string): Code => code`${components}["schemas"][${literal(name)}]`;

/** Own fields first, then those of `allOf` and `$ref`. */
const fieldsOf = (schema: Schema, depth = 8): FieldSchema => (name) => {
  if (depth === 0) return undefined;
  const own = schema.keywords.properties?.get(name);
  if (own !== undefined) return own;
  const others = [schema.keywords.$ref?.schema(), ...(schema.keywords.allOf ?? [])];
  for (const other of others) {
    const found = other === undefined ? undefined : fieldsOf(other, depth - 1)(name);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Schemas whose type, or the type of something inside, carries a rule. */
export const createRuleCarrier = (): ((schema: Schema) => boolean) => {
  const known = new Map<Schema, boolean>();
  const carries = (schema: Schema): boolean => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    // a cycle adds nothing that its members do not have
    known.set(schema, false);
    const { properties, items, additionalProperties, prefixItems, allOf, anyOf, oneOf, $ref } = schema.keywords;
    const inner = [
      ...(properties?.values() ?? []),
      ...(prefixItems ?? []),
      ...(allOf ?? []),
      ...(anyOf ?? []),
      ...(oneOf ?? []),
      ...[items, additionalProperties, $ref?.schema()].filter((one) => one !== undefined),
    ];
    const verdict = schema.rules.some((rule) => ruleUnionable(rule.kind)) || inner.some(carries);
    known.set(schema, verdict);
    return verdict;
  };
  return carries;
};

const ruleUnionable = (kind: string): boolean => kind !== "ascending" && kind !== "uniqueBy";

export interface InputTypes {
  /** The type of a schema that has a module of its own. */
  readonly typeOf: (planned: PlannedSchema) => Code;
  /** Is the type kept plain because its rules multiply out to more than the budget? */
  readonly overBudget: (schema: Schema) => boolean;
  /** `T extends X & (…) ? unknown : { sentence: never }` for each rule that types can say, whatever the budget. */
  readonly conditionsOf: (schema: Schema, type: Code) => readonly Code[];
}

export const createInputTypes = (plan: Plan): InputTypes => {
  const carries = createRuleCarrier();
  const types = createTypeWriter({ plan, aliases: false });

  const overBudget = (schema: Schema): boolean => unionSize(schema.rules.filter((rule) => ruleUnionable(rule.kind))) > typeBudget;

  const conditionsOf = (schema: Schema, type: Code): readonly Code[] =>
    schema.rules.flatMap((rule) => {
      const alternatives = ruleAlternatives(rule, fieldsOf(schema), types);
      // with the type itself, a type of optional members only has something in common with every candidate
      return alternatives === undefined ? [] : [code`(T extends ${type} & (${alternatives}) ? unknown : ${sentenceType(rule)})`];
    });

  const ruleUnions = (schema: Schema): readonly Code[] =>
    overBudget(schema)
      ? []
      : schema.rules.flatMap((rule) => {
          const union = ruleUnion(rule, fieldsOf(schema), types);
          return union === undefined ? [] : [code`(${union})`];
        });

  /** Properties in which a rule stands deeper down replace the plain ones. */
  const replaced = (schema: Schema): readonly (readonly [string, Code])[] =>
    [...(schema.keywords.properties ?? [])]
      .filter(([, member]) => carries(member))
      .map(([name, member]) => {
        const optional = schema.keywords.required?.includes(name) === true ? "" : "?";
        return [name, code`${propertyKey(name)}${raw(optional)}: ${inputType(member)}`] as const;
      });

  /** The type of a schema without a name of its own, rules included. */
  const inputType = (schema: Schema): Code => {
    if (plan.schemaAt(schema.pointer) !== undefined || !carries(schema)) return types.typeOf(schema);
    return join([code`(${types.typeOf(schema)})`, ...ruleUnions(schema)], " & ");
  };

  const component = (planned: PlannedSchema, name: string): Code => {
    const plain = plainComponent(name);
    const { schema } = planned;
    if (!carries(schema)) return plain;
    const { properties, items, allOf, anyOf, oneOf } = schema.keywords;
    // unions, arrays and references are spelled out of named parts, objects are the plain type with rules added
    if (properties === undefined && (items ?? allOf ?? anyOf ?? oneOf ?? schema.keywords.$ref) !== undefined)
      return join([code`(${spelled(schema)})`, ...ruleUnions(schema)], " & ");
    const inner = replaced(schema);
    const base =
      inner.length === 0
        ? plain
        : code`Omit<${plain}, ${join(inner.map(([key]) => literal(key)), " | ")}> & { ${join(inner.map(([, member]) => member), "; ")} }`;
    return join([base, ...ruleUnions(schema)], " & ");
  };

  /** The schema's own type, although it has a name. */
  const spelled = (schema: Schema): Code => types.typeOf({ ...schema, pointer: `${schema.pointer}#own` });

  return {
    typeOf: (planned) =>
      planned.component === undefined
        ? join([spelled(planned.schema), ...ruleUnions(planned.schema)], " & ")
        : component(planned, planned.component),
    overBudget,
    conditionsOf,
  };
};
