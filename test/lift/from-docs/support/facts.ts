import { filterSetOf } from "./filter-set.js";
import { valueAt } from "../../../../generator/source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../../../generator/source/value.js";
import { toPlain } from "../../../../generator/source/to-plain.js";

/** What a description says, each statement under the place that it is about: `POST /x request.name maxLength` ~> `128`. */
export type Facts = ReadonlyMap<string, string>;

const objectIn = (value: SourceValue | undefined, key: string): SourceObject => {
  const inner = isSourceObject(value) ? value.get(key) : undefined;
  return isSourceObject(inner) ? inner : new Map();
};

const text = (value: SourceValue | undefined): string => JSON.stringify(toPlain(value ?? null));

const sorted = (value: SourceValue): SourceValue => (isSourceArray(value) ? value.toSorted((left, right) => (text(left) < text(right) ? -1 : 1)) : value);

/** Keywords whose value is said as it is. */
const plain = ["format", "enum", "minLength", "maxLength", "minimum", "maximum", "pattern", "readOnly", "writeOnly", "x-unique", "x-unique-by"];

const mostDepth = 6;

/** A union of one schema and null is that schema, with null among its types. */
const settled = (schema: SourceObject, root: SourceObject): { readonly schema: SourceObject; readonly isNullable: boolean } => {
  const reference = schema.get("$ref");
  if (typeof reference === "string") {
    const target = valueAt(root, reference.slice(1));
    return isSourceObject(target) ? settled(target, root) : { schema: new Map(), isNullable: false };
  }
  const members = schema.get("anyOf");
  if (!isSourceArray(members) || members.length !== 2) return { schema, isNullable: false };
  const [first, second] = members;
  if (!isSourceObject(first) || !isSourceObject(second) || second.get("type") !== "null") return { schema, isNullable: false };
  return { schema: settled(first, root).schema, isNullable: true };
};

const typesOf = (schema: SourceObject, isNullable: boolean): string => {
  const type = schema.get("type");
  const types = (isSourceArray(type) ? type : type === undefined ? [] : [type]).map(String);
  return [...new Set([...types, ...(isNullable ? ["null"] : [])])].sort().join(", ") || "any";
};

const schemaFacts = (given: SourceValue | undefined, at: string, root: SourceObject, depth = 0): readonly (readonly [string, string])[] => {
  if (!isSourceObject(given) || depth > mostDepth) return [];
  const { schema, isNullable } = settled(given, root);
  const properties = [...objectIn(schema, "properties")];
  const required = schema.get("required");
  const names = isSourceArray(required) ? required : [];
  const rules = ["allOf", "anyOf", "oneOf", "dependentRequired"].flatMap((keyword) => (schema.has(keyword) && !isNullable ? [[`${at} ${keyword}`, text(schema.get(keyword))] as const] : []));
  return [
    [`${at} type`, typesOf(schema, isNullable)],
    ...plain.flatMap((keyword) => (schema.has(keyword) ? [[`${at} ${keyword}`, text(sorted(schema.get(keyword) ?? null))] as const] : [])),
    ...rules,
    ...properties.flatMap(([name, member]) => [[`${at}.${name} required`, names.includes(name) ? "yes" : "no"] as const, ...schemaFacts(member, `${at}.${name}`, root, depth + 1)]),
    ...schemaFacts(schema.get("items"), `${at}[]`, root, depth + 1),
    ...schemaFacts(schema.get("additionalProperties"), `${at}.*`, root, depth + 1),
  ];
};

const resolved = (value: SourceValue | undefined, root: SourceObject): SourceObject => {
  if (!isSourceObject(value)) return new Map();
  const reference = value.get("$ref");
  const target = typeof reference === "string" ? valueAt(root, reference.slice(1)) : value;
  return isSourceObject(target) ? target : new Map();
};

const contentFacts = (content: SourceObject, at: string, root: SourceObject): readonly (readonly [string, string])[] =>
  [...content].flatMap(([type, media]) => [
    [`${at} ${type}`, isSourceObject(media) && media.has("schema") ? "described" : "not described"] as const,
    // the other media types have the same schema
    ...(type === "application/json" ? schemaFacts(isSourceObject(media) ? media.get("schema") : undefined, at, root) : []),
  ]);

const parameterFacts = (operation: SourceObject, at: string, root: SourceObject): readonly (readonly [string, string])[] => {
  const list = operation.get("parameters");
  return (isSourceArray(list) ? list : []).flatMap((given) => {
    const parameter = resolved(given, root);
    const name = `${at} ?${String(parameter.get("name"))}`;
    const filter = parameter.get("x-filter");
    const spelling = ["style", "explode"].flatMap((keyword) => (parameter.has(keyword) ? [[`${name} ${keyword}`, text(parameter.get(keyword))] as const] : []));
    return [
      [name, "there"] as const,
      ...(filter === undefined ? [] : [[`${name} filter`, filterSetOf(filter, root)] as const]),
      ...spelling,
      ...(parameter.has("content") ? [[`${name} content`, [...objectIn(parameter, "content").keys()].join(", ")] as const] : []),
      ...schemaFacts(parameter.get("schema"), name, root),
    ];
  });
};

const operationFacts = (operation: SourceObject, at: string, root: SourceObject): readonly (readonly [string, string])[] => {
  const request = resolved(operation.get("requestBody"), root);
  const security = operation.get("security") ?? root.get("security");
  return [
    [at, "there"],
    [`${at} security`, text(isSourceArray(security) ? security.map((one) => (isSourceObject(one) ? [...one.keys()].sort() : [])) : null)],
    ...["x-query-rules", "x-bulk", "x-pagination", "x-stream", "x-authorization"].flatMap((keyword) => (operation.has(keyword) ? [[`${at} ${keyword}`, text(operation.get(keyword))] as const] : [])),
    ...parameterFacts(operation, at, root),
    ...(request.size === 0 ? [] : [[`${at} request required`, text(request.get("required") ?? false)] as const]),
    ...contentFacts(objectIn(request, "content"), `${at} request`, root),
    ...[...objectIn(operation, "responses")].flatMap(([status, response]) => [[`${at} ${status}`, "there"] as const, ...contentFacts(objectIn(resolved(response, root), "content"), `${at} ${status}`, root)]),
  ];
};

const methods = ["get", "put", "post", "delete", "patch"];

/** Everything that a description says of what is sent and answered; texts and marks are left out. */
export const factsOf = (root: SourceObject): Facts =>
  new Map([
    ["title", text(objectIn(root, "info").get("title"))],
    ["version", text(objectIn(root, "info").get("version"))],
    ["servers", text(root.get("servers") === undefined ? null : (root.get("servers") as readonly SourceValue[]).map((server) => (isSourceObject(server) ? (server.get("url") ?? null) : null)))],
    ...[...objectIn(objectIn(root, "components"), "securitySchemes")].flatMap(([name, scheme]) => [[`scheme ${name}`, text(new Map([...(isSourceObject(scheme) ? scheme : new Map<string, SourceValue>())].filter(([key]) => ["type", "in", "name", "scheme"].includes(key))))] as const]),
    ...["operator", "negation", "list", "operators"].flatMap((key) => {
      const dialect = objectIn(root, "x-filter-dialect");
      const value = dialect.get(key);
      return value === undefined ? [] : [[`filters ${key}`, text(isSourceObject(value) ? [...value].map(([name, kind]) => `${name}: ${String(kind)}`).sort() : value)] as const];
    }),
    ...[...objectIn(root, "paths")].flatMap(([path, item]) =>
      isSourceObject(item) ? methods.flatMap((method) => (item.has(method) ? operationFacts(objectIn(item, method), `${method.toUpperCase()} ${path}`, root) : [])) : [],
    ),
  ]);
