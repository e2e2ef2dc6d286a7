import { type Code, code, join, raw, symbol, typeSymbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Encoding, MediaType, Parameter } from "../../model/contract.js";
import type { Schema } from "../../model/schema.js";
import { fieldsOf, type Form, formIn, isFile, isFileList } from "../../plan/form.js";
import { isJson, isUrlEncoded } from "../../plan/media-type.js";
import type { TypeWriter } from "../types/type-expression.js";

const file = code`${typeSymbol("runtime/client/form", "FormFile")}`;

export const holdsFiles = (schema: Schema): boolean => [...fieldsOf(schema).values()].some((field) => isFile(field) || isFileList(field));

const fieldType = (field: Schema, types: TypeWriter): Code => (isFile(field) ? file : isFileList(field) ? code`readonly ${file}[]` : types.typeOf(field));

const ownType = ({ keywords: { properties, required = [], additionalProperties } }: Schema, types: TypeWriter): readonly Code[] => {
  const members = [...(properties ?? [])].map(([name, field]) => code`readonly ${propertyKey(name)}${raw(required.includes(name) ? "" : "?")}: ${fieldType(field, types)};\n`);
  const others = additionalProperties !== undefined && isFile(additionalProperties) ? [code`Readonly<Record<string, ${file}>>`] : [];
  // what is required may be described elsewhere
  const elsewhere = required.filter((name) => properties?.has(name) !== true);
  const demanded = elsewhere.length === 0 ? [] : [code`{ ${elsewhere.map((name) => code`readonly ${propertyKey(name)}: unknown; `)}}`];
  return [...(members.length === 0 ? [] : [code`{\n${members}}`]), ...others, ...demanded];
};

/** The type of a form with files, spelled out as far as files stand in it. */
export const filledType = (schema: Schema, types: TypeWriter): Code => {
  if (!holdsFiles(schema) && schema.keywords.properties === undefined) return types.typeOf(schema);
  const { $ref, allOf = [], anyOf, oneOf } = schema.keywords;
  const union = (members: readonly Schema[] | undefined): readonly Code[] =>
    members === undefined ? [] : [code`(${join(members.map((member) => filledType(member, types)), " | ")})`];
  const parts = [...ownType(schema, types), ...($ref === undefined ? [] : [filledType($ref.schema(), types)]), ...allOf.map((one) => filledType(one, types)), ...union(anyOf), ...union(oneOf)];
  return parts.length === 0 ? code`object` : join(parts, " & ");
};

/** What a call takes for a form: its fields, or a form that the caller has made. */
export const formType = ({ content, schema }: Form, types: TypeWriter, encoded: (type: Code) => Code): Code => {
  const ready = isUrlEncoded(content) ? code`URLSearchParams` : code`FormData`;
  return code`${encoded(holdsFiles(schema) ? filledType(schema, types) : types.typeOf(schema))} | ${ready}`;
};

const encodingParts = ({ contentType, style, explode, allowReserved }: Partial<Encoding>, isQuery: boolean): readonly Code[] => [
  ...(contentType === undefined ? [] : [code`contentType: ${literal(contentType)}`]),
  ...(style === undefined || !isQuery ? [] : [code`style: ${literal(style)}`]),
  ...(explode === undefined || !isQuery ? [] : [code`explode: ${literal(explode)}`]),
  ...(allowReserved === true && isQuery ? [code`allowReserved: true`] : []),
];

/** Without a type of its own, a field of octets has that of its content. */
const ownEncoding = (field: Schema | undefined, encoding: Encoding | undefined): Partial<Encoding> => {
  const mediaType = field?.annotations.contentMediaType ?? field?.keywords.items?.annotations.contentMediaType;
  return { ...(mediaType === undefined ? {} : { contentType: mediaType }), ...encoding };
};

/** A computed key: a literal `__proto__` would set the prototype. */
const valueKey = (name: string): Code => (name === "__proto__" ? code`["__proto__"]` : propertyKey(name));

const fieldTable = (name: string, field: Schema | undefined, form: Form): readonly Code[] => {
  const isFileField = field !== undefined && (isFile(field) || isFileList(field));
  const parts = [...(isFileField ? [code`file: true`] : []), ...encodingParts(ownEncoding(field, form.content.encoding?.get(name)), isUrlEncoded(form.content))];
  return parts.length === 0 ? [] : [code`${valueKey(name)}: { ${join(parts, ", ")} }`];
};

const tablesOf = (form: Form): Code => {
  const fields = fieldsOf(form.schema);
  const names = new Set([...fields.keys(), ...(form.content.encoding?.keys() ?? [])]);
  return code`{ ${join([...names].flatMap((name) => fieldTable(name, fields.get(name), form)), ", ")} }`;
};

/** What writes a parameter that is the whole query (OpenAPI 3.2 §4.12): `text: formQuery({})` */
export const querystringMember = ({ content, schema }: Parameter): readonly Code[] => {
  if (content !== undefined && isUrlEncoded(content)) return [code`text: ${symbol("runtime/client/url-encoded", "formQuery")}(${tablesOf({ content, schema })})`];
  if (content !== undefined && isJson(content)) return [code`text: ${symbol("runtime/client/parameters", "jsonQuery")}`];
  return [code`text: ${symbol("runtime/client/parameters", "rawQuery")}`];
};

/** `form: formBody({ photo: { file: true } }, writeMultipart)` */
export const formMember = (content: MediaType): readonly Code[] => {
  const form = formIn(content);
  if (form === undefined) return [];
  const write = isUrlEncoded(form.content) ? symbol("runtime/client/url-encoded", "writeUrlEncoded") : symbol("runtime/client/multipart", "writeMultipart");
  return [code`form: ${symbol("runtime/client/form-body", "formBody")}(${tablesOf(form)}, ${write})`];
};
