import { type Code, code, join, raw, typeSymbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { JsonType, Schema } from "../../model/schema.js";
import type { Plan, PlannedSchema } from "../../plan/plan.js";
import { isTyped, type RuleCarrier, toldRules } from "./rule-carrier.js";
import { ruleClauses, ruleUnion, sentenceType, unionSize } from "./rule-types.js";
import { createTypeWriter, scalarType, type TypeWriter } from "./type-expression.js";
import { areBare, fieldsOf, variantCount, variantUnion } from "./variant-union.js";

/**
 * Members that the intersection of a schema's rule unions may multiply out to. Five groups of three (243) cost the
 * compiler under a second, eight cost four, eleven are an error (TS2590).
 */
export const typeBudget = 256;

const components = typeSymbol("openapi", "components");

/** The type as openapi-typescript writes it: components["schemas"]["Account"] */
const plainComponent = (name: string): Code => code`${components}["schemas"][${literal(name)}]`;

export interface InputTypes {
  /** Types of what is sent, with rules also where a schema has no module of its own. */
  readonly types: TypeWriter;
  /** Types of what is read, without. */
  readonly readTypes: TypeWriter;
  /** The type of a schema that has a module of its own. */
  readonly typeOf: (planned: PlannedSchema) => Code;
  /** Is the type kept plain because its rules multiply out to more than the budget? */
  readonly overBudget: (schema: Schema) => boolean;
  /** `T extends X & (…) ? unknown : { sentence: never }` for each clause of each rule that types can say, whatever the budget. */
  readonly conditionsOf: (schema: Schema, type: Code) => readonly Code[];
}

/**
 * Unions, arrays and references are spelled out of named parts, other objects are the plain type with rules added. Where
 * members of any name are allowed, or null, `Omit` would lose what it should keep.
 */
const isSpelledOut = (schema: Schema): boolean => {
  const { keywords, variants = [] } = schema;
  const { type = [], properties, items, allOf, anyOf, oneOf, $ref, additionalProperties } = keywords;
  if (type.length > 1) return true;
  if (properties === undefined) return (items ?? allOf ?? anyOf ?? oneOf ?? $ref ?? additionalProperties) !== undefined;
  // the plain type is without what only asserts
  const [any, one] = (["anyOf", "oneOf"] as const).map((keyword) => keywords[keyword] !== undefined && variants.find((union) => union.keyword === keyword && areBare(union, schema)) === undefined);
  return any === true || one === true || (additionalProperties !== undefined && additionalProperties.always !== false);
};

/** A member of `allOf` that was read into rules as a whole. */
const saysNothing = ({ always, keywords }: Schema): boolean => always !== false && Object.keys(keywords).length === 0;

/** Does the schema describe just so many members, and nothing beside them? */
const isNoMoreThan = (count: number, { keywords }: Schema): boolean => {
  const { properties, patternProperties, $ref, allOf = [] } = keywords;
  return properties?.size === count && (patternProperties ?? $ref) === undefined && allOf.every(saysNothing);
};

/** Types of values that are no objects, of which rules between fields say nothing: `null` ~> ` | null` */
export const besidesObjects = (types: readonly JsonType[] = []): Code =>
  join(
    types.filter((name) => name !== "object").map((name) => code` | ${name === "array" ? code`unknown[]` : raw(scalarType[name])}`),
    "",
  );

/** Do the rules of the schema multiply out to more than the budget? */
export const isOverBudget = (schema: Schema): boolean => {
  if (schema.rules.length === 0 && (schema.implied ?? schema.variants) === undefined) return false;
  const size = unionSize(toldRules(schema).filter((rule) => isTyped(rule.kind)), typeBudget);
  return (schema.variants ?? []).reduce((product, one) => product * variantCount(one), size) > typeBudget;
};

/** The schema as one that nobody has named. */
const unnamed = (schema: Schema): Schema => ({ ...schema, pointer: `${schema.pointer}#own` });

export const createInputTypes = (plan: Plan, { carries, isOnlyRead }: RuleCarrier, aliases = false): InputTypes => {
  const overBudget = (schema: Schema): boolean => isOverBudget(schema) && carries(schema);

  const conditionsOf = (schema: Schema, type: Code): readonly Code[] =>
    [...toldRules(schema), ...(schema.variants ?? []).map(({ rule }) => rule)].flatMap((rule) =>
      ruleClauses(rule, fieldsOf(schema), types).map(
        // with the type itself, a type of optional members only has something in common with every candidate
        (clause) => code`(T extends ${type} & (${clause}${besidesObjects(schema.keywords.type)}) ? unknown : ${sentenceType(rule)})`,
      ),
    );

  const ruleUnions = (schema: Schema): readonly Code[] =>
    !carries(schema) || overBudget(schema)
      ? []
      : [
          ...toldRules(schema).flatMap((rule) => {
            const union = ruleUnion(rule, fieldsOf(schema), types);
            return union === undefined ? [] : [code`(${union}${besidesObjects(schema.keywords.type)})`];
          }),
          ...(schema.variants ?? []).filter((one) => areBare(one, schema)).map((one) => code`(${variantUnion(one, schema, types)}${besidesObjects(schema.keywords.type)})`),
        ];

  const unionOf = (schema: Schema, keyword: "anyOf" | "oneOf"): Code | undefined => {
    const one = carries(schema) ? schema.variants?.find((variants) => variants.keyword === keyword) : undefined;
    if (one === undefined) return undefined;
    // where the branches are no types of their own, the rule is all there is to say
    if (areBare(one, schema)) return raw("unknown");
    return overBudget(schema) ? undefined : variantUnion(one, schema, types);
  };

  const types = createTypeWriter({ plan, aliases, rulesOf: ruleUnions, unionOf });

  /** Components by their plain types. */
  const readTypes = createTypeWriter({
    plan,
    aliases,
    nameOf: ({ schema, component }) => (component !== undefined && carries(schema) ? plainComponent(component) : undefined),
  });

  /** Properties in which a rule stands deeper down replace the plain ones. */
  const replaced = (schema: Schema): readonly (readonly [string, Code])[] =>
    [...(schema.keywords.properties ?? [])]
      .filter(([, member]) => carries(member))
      .map(([name, member]) => {
        const optional = schema.keywords.required?.includes(name) === true ? "" : "?";
        return [name, code`${propertyKey(name)}${raw(optional)}: ${types.typeOf(member)}`] as const;
      });

  /** Schemas that apply to the same value and bring rules of their own. */
  const inherited = ({ keywords: { $ref, allOf = [] } }: Schema): readonly Code[] =>
    [...($ref === undefined ? [] : [$ref.schema()]), ...allOf].filter(carries).map(types.typeOf);

  /** The plain type of an object, with what carries rules put in place of what does not. */
  const ruledObject = (schema: Schema, plain: Code): Code => {
    const inner = replaced(schema);
    if (inner.length === 0) return plain;
    const object = code`{ ${join(inner.map(([, member]) => member), "; ")} }`;
    // `Omit` of every member is a type that takes any value, 42 too
    if (isNoMoreThan(inner.length, schema)) return object;
    const keys = join(inner.map(([key]) => literal(key)), " | ");
    return code`Omit<${plain}, ${keys}> & ${object}`;
  };

  const componentType = (schema: Schema, plain: Code): Code => {
    if (!carries(schema)) return plain;
    if (isSpelledOut(schema)) return spelled(schema);
    return join([ruledObject(schema, plain), ...inherited(schema), ...ruleUnions(schema)], " & ");
  };

  /** The schema's own type, although it has a name. */
  const spelled = (schema: Schema): Code => types.typeOf(unnamed(schema));

  return {
    types,
    readTypes,
    typeOf: ({ schema, component }) => {
      if (component !== undefined) return componentType(schema, plainComponent(component));
      return isOnlyRead(schema) ? readTypes.typeOf(unnamed(schema)) : spelled(schema);
    },
    overBudget,
    conditionsOf,
  };
};
