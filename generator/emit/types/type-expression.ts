import { type Code, code, isText, join, keyOfCode, raw, typeSymbol } from "../../code/code.js";
import type { JsonValue } from "../../code/json-value.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { JsonType, Schema } from "../../model/schema.js";
import type { Plan, PlannedSchema } from "../../plan/plan.js";
import { requiredElsewhere } from "./required-elsewhere.js";

/** TypeScript's name of each scalar type. */
export const scalarType: Readonly<Record<Exclude<JsonType, "object" | "array">, string>> = {
  null: "null",
  boolean: "boolean",
  number: "number",
  integer: "number",
  string: "string",
};

/** By format, which is any text. */
const scalarAlias: ReadonlyMap<string, string> = new Map([
  ["date-time", "DateTime"],
  ["date", "DateOnly"],
  ["uuid", "Uuid"],
]);

const union = (members: readonly Code[]): Code => {
  const seen = new Map(members.map((member) => [keyOfCode(member), member]));
  const possible = [...seen.values()].filter((member) => !isText(member, "never"));
  return possible.length === 0 ? code`never` : join(possible, " | ");
};

const grouped = (type: Code): Code => code`(${type})`;

const literalType = (value: JsonValue): Code =>
  value === null || typeof value !== "object" ? literal(value) : code`unknown`;

/** TypeScript's type of a schema, read from the model; named schemas are referred to by name. */
export interface TypeWriter {
  readonly typeOf: (schema: Schema) => Code;
  /** The type without null: what a rule means by "set". */
  readonly nonNullTypeOf: (schema: Schema) => Code;
}

export interface TypeWriterOptions {
  readonly plan: Plan;
  /** Scalars with a meaning (`DateTime`) by their alias, for filters; plain `string` elsewhere. */
  readonly aliases: boolean;
  /** Types that a schema without a name is intersected with. */
  readonly rulesOf?: (schema: Schema) => readonly Code[];
  /** The type that a union of the schema makes, where it is more than that of its members. */
  readonly unionOf?: (schema: Schema, keyword: "anyOf" | "oneOf") => Code | undefined;
  /** The name of a schema where it is not that of its module. */
  readonly nameOf?: (planned: PlannedSchema) => Code | undefined;
}

/** `{ type: object }` and nothing else: beside other types it says nothing new. */
const isAnyObject = ({ keywords, rules }: Schema): boolean =>
  keywords.type?.length === 1 && keywords.type[0] === "object" && Object.keys(keywords).length === 1 && rules.length === 0;

/** intersection([Person, unknown]) ~> Person */
const intersection = (types: readonly Code[]): Code => {
  const members = types.filter((type) => !isText(type, "unknown"));
  const [only = code`unknown`] = members;
  return members.length < 2 ? only : join(members.map(grouped), " & ");
};

export const createTypeWriter = ({ plan, aliases, rulesOf = () => [], unionOf = () => undefined, nameOf = () => undefined }: TypeWriterOptions): TypeWriter => {
  const objectType = (schema: Schema): Code => {
    const { properties, required = [], additionalProperties } = schema.keywords;
    const members = [...(properties ?? [])].map(
      ([name, member]) => code`${propertyKey(name)}${raw(required.includes(name) ? "" : "?")}: ${typeOf(member)}`,
    );
    const isOpen = additionalProperties !== undefined && additionalProperties.always !== false;
    // what further members are cannot be said beside members of other types
    if (members.length > 0) return code`{ ${join(members, "; ")} }${raw(isOpen ? " & Record<string, unknown>" : "")}`;
    if (additionalProperties === undefined || additionalProperties.always === true) return code`Record<string, unknown>`;
    // a type may refer to itself in a signature, but not in the arguments of `Record`
    return additionalProperties.always === false ? code`Record<string, never>` : code`{ [key: string]: ${typeOf(additionalProperties)} }`;
  };

  const arrayType = ({ keywords: { prefixItems, items } }: Schema): Code => {
    const rest = items === undefined ? code`unknown` : typeOf(items);
    if (prefixItems === undefined) return code`${grouped(rest)}[]`;
    const more = items?.always === false ? [] : [code`...${grouped(rest)}[]`];
    return code`[${join([...prefixItems.map((item) => code`${grouped(typeOf(item))}?`), ...more], ", ")}]`;
  };

  const stringType = (schema: Schema): Code => {
    const alias = aliases ? scalarAlias.get(schema.keywords.format?.name ?? "") : undefined;
    return alias === undefined ? code`string` : code`${typeSymbol("runtime/scalars", alias)}`;
  };

  const typed = (type: JsonType, schema: Schema): Code => {
    if (type === "object") return objectType(schema);
    if (type === "array") return arrayType(schema);
    return type === "string" ? stringType(schema) : raw(scalarType[type]);
  };

  const own = (schema: Schema, nonNull: boolean): Code | undefined => {
    const { enum: values, const: constant, type, properties, additionalProperties } = schema.keywords;
    const isNull = (value: JsonValue): boolean => nonNull && value === null;
    if (constant !== undefined) return literalType(constant.value);
    if (values !== undefined) return union(values.filter((value) => !isNull(value)).map(literalType));
    if (type !== undefined) return union(type.filter((name) => !(nonNull && name === "null")).map((name) => typed(name, schema)));
    return properties === undefined && additionalProperties === undefined ? undefined : objectType(schema);
  };

  const inline = (schema: Schema, nonNull: boolean): Code => {
    if (schema.always !== undefined) return raw(schema.always ? "unknown" : "never");
    const { $ref, allOf = [], anyOf, oneOf } = schema.keywords;
    const besides = allOf.filter((member) => allOf.length === 1 || !isAnyObject(member));
    const members = [
      own(schema, nonNull),
      $ref === undefined ? undefined : inlineOrNamed($ref.schema(), nonNull),
      ...besides.map((member) => inlineOrNamed(member, nonNull)),
      anyOf === undefined ? undefined : (unionOf(schema, "anyOf") ?? union(anyOf.map((member) => inlineOrNamed(member, nonNull)))),
      oneOf === undefined ? undefined : (unionOf(schema, "oneOf") ?? union(oneOf.map((member) => inlineOrNamed(member, nonNull)))),
    ].filter((member) => member !== undefined);
    const required = [...requiredElsewhere(schema)].map(([name, field]) => code`${propertyKey(name)}: ${typeOf(field)}`);
    return intersection([...members, ...(required.length === 0 ? [] : [code`{ ${join(required, "; ")} }`]), ...rulesOf(schema)]);
  };

  const isNullOnly = (schema: Schema): boolean => schema.keywords.type?.length === 1 && schema.keywords.type[0] === "null";

  const inlineOrNamed = (schema: Schema, nonNull: boolean): Code => {
    if (nonNull && isNullOnly(schema)) return code`never`;
    // types know no dynamic scopes: in each of them a schema has the type that it has by itself
    const { variant: _, ...plain } = schema;
    const planned = schema.isBase === true ? undefined : plan.plannedFor(plain);
    if (planned === undefined) return inline(schema, nonNull);
    const name = nameOf(planned) ?? code`${typeSymbol(planned.names.module, planned.names.type)}`;
    return nonNull && schema.keywords.type?.includes("null") !== false ? code`NonNullable<${name}>` : name;
  };

  const typeOf = (schema: Schema): Code => inlineOrNamed(schema, false);

  return { typeOf, nonNullTypeOf: (schema) => inlineOrNamed(schema, true) };
};
