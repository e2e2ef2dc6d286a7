import { type Code, code, join, raw, typeSymbol } from "../../code/code.js";
import type { JsonValue } from "../../code/json-value.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { JsonType, Schema } from "../../model/schema.js";
import type { Plan } from "../../plan/plan.js";

const scalar: Readonly<Record<Exclude<JsonType, "object" | "array">, string>> = {
  null: "null",
  boolean: "boolean",
  number: "number",
  integer: "number",
  string: "string",
};

const scalarAlias: Readonly<Record<string, string>> = { "date-time": "DateTime", date: "DateOnly", uuid: "Uuid" };

const union = (members: readonly Code[]): Code => {
  const seen = new Map(members.map((member) => [JSON.stringify(member.parts), member]));
  return join([...seen.values()], " | ");
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
}

export const createTypeWriter = ({ plan, aliases }: TypeWriterOptions): TypeWriter => {
  const objectType = (schema: Schema): Code => {
    const { properties, required = [], additionalProperties } = schema.keywords;
    const members = [...(properties ?? [])].map(
      ([name, member]) => code`${propertyKey(name)}${raw(required.includes(name) ? "" : "?")}: ${typeOf(member)}`,
    );
    if (members.length > 0) return code`{ ${join(members, "; ")} }`;
    if (additionalProperties === undefined || additionalProperties.always === true) return code`Record<string, unknown>`;
    return additionalProperties.always === false ? code`Record<string, never>` : code`Record<string, ${typeOf(additionalProperties)}>`;
  };

  const arrayType = ({ keywords: { prefixItems, items } }: Schema): Code => {
    const rest = items === undefined ? code`unknown` : typeOf(items);
    if (prefixItems === undefined) return code`${grouped(rest)}[]`;
    const more = items?.always === false ? [] : [code`...${grouped(rest)}[]`];
    return code`[${join([...prefixItems.map((item) => code`${grouped(typeOf(item))}?`), ...more], ", ")}]`;
  };

  const stringType = (schema: Schema): Code => {
    const alias = aliases ? scalarAlias[schema.keywords.format?.name ?? ""] : undefined;
    return alias === undefined ? code`string` : code`${typeSymbol("runtime/scalars", alias)}`;
  };

  const typed = (type: JsonType, schema: Schema): Code => {
    if (type === "object") return objectType(schema);
    if (type === "array") return arrayType(schema);
    return type === "string" ? stringType(schema) : raw(scalar[type]);
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
    const members = [
      own(schema, nonNull),
      $ref === undefined ? undefined : typeOf($ref.schema()),
      ...allOf.map(typeOf),
      anyOf === undefined ? undefined : union(anyOf.map((member) => inlineOrNamed(member, nonNull))),
      oneOf === undefined ? undefined : union(oneOf.map((member) => inlineOrNamed(member, nonNull))),
    ].filter((member) => member !== undefined);
    const [only = code`unknown`] = members;
    return members.length < 2 ? only : join(members.map(grouped), " & ");
  };

  const isNullOnly = (schema: Schema): boolean => schema.keywords.type?.length === 1 && schema.keywords.type[0] === "null";

  const inlineOrNamed = (schema: Schema, nonNull: boolean): Code => {
    if (nonNull && isNullOnly(schema)) return code`never`;
    const planned = plan.schemaAt(schema.pointer);
    return planned === undefined ? inline(schema, nonNull) : code`${typeSymbol(planned.names.module, planned.names.type)}`;
  };

  const typeOf = (schema: Schema): Code => inlineOrNamed(schema, false);

  return { typeOf, nonNullTypeOf: (schema) => inlineOrNamed(schema, true) };
};
