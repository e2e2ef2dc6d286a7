import { type Code, code, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Header, Operation } from "../../model/contract.js";
import { layersOf } from "../../model/layers.js";
import type { JsonType, Schema } from "../../model/schema.js";
import { isJson } from "../../plan/media-type.js";
import type { PlannedOperation } from "../../plan/plan.js";
import { child } from "../../source/pointer.js";
import { firstLine } from "../filters/first-line.js";
import type { TypeWriter } from "../types/type-expression.js";
import type { ModuleWriter } from "../validation/module-scope.js";

const keyOf = ({ name }: Header): string => name.toLowerCase();

/** The headers that any response names, each once by its name without case: descriptions spell one in many ways. */
const headersOf = ({ responses }: Operation): ReadonlyMap<string, readonly Header[]> => {
  const found = new Map<string, Header[]>();
  for (const header of responses.flatMap(({ headers }) => headers)) {
    const same = found.get(keyOf(header)) ?? [];
    if (!same.some(({ schema }) => schema.pointer === header.schema.pointer)) same.push(header);
    found.set(keyOf(header), same);
  }
  return found;
};

export const hasHeaders = ({ responses }: Operation): boolean => responses.some(({ headers }) => headers.length > 0);

/** What responses say differently of one header is true of one or the other. */
const schemaOf = (headers: readonly Header[]): Schema | undefined => {
  const [first, ...others] = headers.map(({ schema }) => schema);
  if (first === undefined || others.length === 0) return first;
  return { pointer: child(first.pointer, "anyOf"), keywords: { anyOf: [first, ...others] }, rules: [], annotations: {} };
};

const typesOf = (schema: Schema): ReadonlySet<JsonType> =>
  new Set(
    layersOf(schema).flatMap(({ keywords: { type = [], enum: values = [], const: constant } }) => {
      const listed = [...values, ...(constant === undefined ? [] : [constant.value])];
      return [...type, ...listed.flatMap((value): readonly JsonType[] => (typeof value === "number" ? ["number"] : typeof value === "boolean" ? ["boolean"] : []))];
    }),
  );

const scalarsOf = (schema: Schema): readonly string[] => {
  const types = typesOf(schema);
  return [...(types.has("number") || types.has("integer") ? ["number"] : []), ...(types.has("boolean") ? ["boolean"] : [])];
};

const scalarsMember = (scalars: readonly string[]): readonly Code[] => (scalars.length === 0 ? [] : [code`scalars: ${literal(scalars)}`]);

/** A computed key: a literal `__proto__` would set the prototype. */
const valueKey = (name: string): Code => (name === "__proto__" ? code`["__proto__"]` : propertyKey(name));

const partsOf = ({ explode, content }: Header, schema: Schema): readonly Code[] => {
  if (content !== undefined && isJson(content)) return [code`form: "json"`];
  const layers = layersOf(schema);
  const types = typesOf(schema);
  if (types.has("array")) return [code`form: "list"`, ...scalarsMember([...new Set(layers.flatMap(({ keywords: { items } }) => (items === undefined ? [] : scalarsOf(items))))])];
  if (!types.has("object") && !layers.some(({ keywords }) => keywords.properties !== undefined)) return scalarsMember(scalarsOf(schema));
  const members = layers.flatMap(({ keywords: { properties } }) => [...(properties ?? [])]);
  const rest = layers.flatMap(({ keywords: { additionalProperties } }) => (additionalProperties === undefined ? [] : scalarsOf(additionalProperties)));
  return [
    code`form: ${literal(explode ? "exploded" : "object")}`,
    ...scalarsMember([...new Set(rest)]),
    ...(members.length === 0 ? [] : [code`members: { ${join(members.map(([name, member]) => code`${valueKey(name)}: ${literal(scalarsOf(member))}`), ", ")} }`]),
  ];
};

/** `KnownHeaders<ListPetsHeaders>`; undefined where no response has headers of its own. */
export const headersType = ({ operation, names }: PlannedOperation): Code | undefined =>
  hasHeaders(operation) ? code`${typeSymbol("runtime/client/response-headers", "KnownHeaders")}<${identifier(names.headers)}>` : undefined;

/** The type of an operation's response headers, and the function that reads them. */
export const headerDeclarations = ({ operation, names }: PlannedOperation, types: TypeWriter, writer: ModuleWriter): readonly Declaration[] => {
  const known = [...headersOf(operation).values()].flatMap((headers) => {
    const [first] = headers;
    const schema = schemaOf(headers);
    return first === undefined || schema === undefined ? [] : [{ first, schema }];
  });
  if (known.length === 0) return [];
  const all: Schema = {
    pointer: child(operation.pointer, "headers"),
    keywords: { properties: new Map(known.map(({ first, schema }) => [first.name, schema])) },
    rules: [],
    annotations: {},
  };
  const report = writer.reportOf(all);
  const tables = known.map(({ first, schema }) => code`${valueKey(first.name)}: { ${join(partsOf(first, schema), ", ")} },\n`);
  return [
    {
      kind: "interface",
      name: names.headers,
      exported: true,
      docs: `The headers of answers of ${operation.id}. None is sure to come: proxies answer too, and browsers hide what no server exposes.`,
      members: known.map(({ first, schema }) => {
        const docs = firstLine(first.description);
        return { name: first.name, type: types.typeOf(schema), optional: true, ...(docs === undefined ? {} : { docs }) };
      }),
    },
    {
      kind: "function",
      name: names.readHeaders,
      exported: true,
      docs: `The headers that the description of ${operation.id} knows, read and checked: those of a result of \`.safe\`, or of an \`ApiError\`.`,
      parameters: [{ name: "headers", type: code`Headers` }],
      returnType: code`${typeSymbol("runtime/issue", "Result")}<${identifier(names.headers)}>`,
      body: code`return ${symbol("runtime/client/response-headers", "readHeaders")}(headers, {\n${tables}}${report === undefined ? [] : [code`, ${report}`]});`,
    },
  ];
};
