import { operationMethods } from "../../source/operation-methods.js";
import { child, type Pointer } from "../../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import { follow, type Placed } from "./follow.js";
import { createObjectScopes, type ObjectScopes } from "./object-scope.js";
import type { Prose, Scope, ScopeField } from "./scope.js";

/** Members that hold data, and nothing that describes any. */
const isData = (key: string): boolean => ["example", "examples", "default", "enum", "const", "discriminator", "security"].includes(key) || key.startsWith("x-");

const textsOf = ({ value, pointer }: Placed, keys: readonly string[]): readonly { readonly pointer: Pointer; readonly text: string }[] =>
  keys.flatMap((key) => {
    const text = value.get(key);
    return typeof text === "string" && text !== "" ? [{ pointer: child(pointer, key), text }] : [];
  });

/** What is said of a field: beside its schema, and in the members of its `allOf` that are written in place. */
const fieldTexts = (placed: Placed): readonly { readonly pointer: Pointer; readonly text: string }[] => {
  const all = placed.value.get("allOf");
  const inline = isSourceArray(all) ? all.flatMap((one, index) => (isSourceObject(one) && !one.has("properties") ? textsOf({ value: one, pointer: child(placed.pointer, "allOf", index) }, ["description"]) : [])) : [];
  return [...textsOf(placed, ["description"]), ...inline];
};

const objectProse = (scopeOf: ObjectScopes, placed: Placed, around: readonly Scope[]): { readonly prose: readonly Prose[]; readonly scopes: readonly Scope[] } => {
  const own = scopeOf(placed);
  const scopes = own === undefined ? around : [own, ...around];
  const properties = placed.value.get("properties");
  const ofFields = isSourceObject(properties)
    ? [...properties].flatMap(([field, schema]) =>
        isSourceObject(schema) ? fieldTexts({ value: schema, pointer: child(placed.pointer, "properties", field) }).map((text): Prose => ({ ...text, field, scopes })) : [],
      )
    : [];
  const ofObject = own === undefined ? [] : textsOf(placed, ["description"]).map((text): Prose => ({ ...text, field: undefined, scopes }));
  return { prose: [...ofObject, ...ofFields], scopes };
};

/** Members whose own members are named by the description's author. */
const maps: ReadonlySet<string> = new Set(
  "properties patternProperties $defs definitions dependentSchemas schemas responses parameters requestBodies headers callbacks pathItems links securitySchemes paths webhooks content encoding variables".split(" "),
);

/** A member of `allOf` that is written in place is the same object as what is around it. */
const isSameObject = (key: string): boolean => key === "allOf";

const parametersOf = (root: SourceObject, item: Placed, operation: Placed): readonly Placed[] =>
  [item, operation].flatMap(({ value, pointer }) => {
    const listed = value.get("parameters");
    if (!isSourceArray(listed)) return [];
    return listed.flatMap((one, index) => {
      const placed = follow(root, one, child(pointer, "parameters", index));
      return placed === undefined ? [] : [placed];
    });
  });

const nothing: SourceObject = new Map();

const parameterField = (root: SourceObject, { value, pointer }: Placed): ScopeField | undefined => {
  const name = value.get("name");
  if (typeof name !== "string" || value.get("in") !== "query") return undefined;
  return { name, pointer, schema: follow(root, value.get("schema"), child(pointer, "schema"))?.value ?? nothing, source: value };
};

const parameterTexts = (parameter: Placed): ReturnType<typeof fieldTexts> => {
  const schema = parameter.value.get("schema");
  return [...textsOf(parameter, ["description"]), ...(isSourceObject(schema) ? fieldTexts({ value: schema, pointer: child(parameter.pointer, "schema") }) : [])];
};

const bodyScopes = (root: SourceObject, scopeOf: ObjectScopes, operation: Placed): readonly Scope[] => {
  const body = follow(root, operation.value.get("requestBody"), child(operation.pointer, "requestBody"));
  const content = body?.value.get("content");
  if (body === undefined || !isSourceObject(content)) return [];
  const found = [...content].flatMap(([type, media]) => {
    const at = child(body.pointer, "content", type, "schema");
    const schema = isSourceObject(media) ? follow(root, media.get("schema"), at) : undefined;
    const scope = schema === undefined ? undefined : scopeOf(schema);
    return scope === undefined ? [] : [scope];
  });
  // the same component under several media types is one scope
  return found.filter(({ pointer }, index) => found.findIndex((other) => other.pointer === pointer) === index);
};

const operationProse = (root: SourceObject, scopeOf: ObjectScopes, item: Placed, operation: Placed, title: string): readonly Prose[] => {
  const parameters = parametersOf(root, item, operation);
  const fields = new Map(
    parameters.flatMap((parameter) => {
      const field = parameterField(root, parameter);
      return field === undefined ? [] : [[field.name, field] as const];
    }),
  );
  const query: Scope = { kind: "query", pointer: operation.pointer, title, fields, required: new Set([...fields.values()].filter(({ source }) => source.get("required") === true).map(({ name }) => name)) };
  const own = textsOf(operation, ["summary", "description"]);
  const body = follow(root, operation.value.get("requestBody"), child(operation.pointer, "requestBody"));
  const bodies = bodyScopes(root, scopeOf, operation);
  return [
    ...own.map((text): Prose => ({ ...text, field: undefined, scopes: [...(fields.size === 0 ? [] : [query]), ...bodies] })),
    ...(body === undefined ? [] : textsOf(body, ["description"])).map((text): Prose => ({ ...text, field: undefined, scopes: bodies })),
    ...parameters.flatMap((parameter) => {
      const field = parameterField(root, parameter);
      return field === undefined ? [] : parameterTexts(parameter).map((text): Prose => ({ ...text, field: field.name, scopes: [query] }));
    }),
  ];
};

/** Every description that may state a rule, in document order, with what its names are looked up in. */
export const collectProse = (root: SourceObject): readonly Prose[] => {
  const found: Prose[] = [];
  const scopeOf = createObjectScopes(root);
  const walk = (value: SourceValue, pointer: Pointer, around: readonly Scope[], isMap: boolean): void => {
    if (isSourceArray(value)) {
      for (const [index, one] of value.entries()) walk(one, child(pointer, index), around, false);
      return;
    }
    if (!isSourceObject(value)) return;
    const { prose, scopes } = isMap ? { prose: [], scopes: [] } : objectProse(scopeOf, { value, pointer }, around);
    found.push(...prose);
    for (const [key, one] of value) {
      if (isMap || !isData(key)) walk(one, child(pointer, key), !isMap && isSameObject(key) ? scopes : [], !isMap && maps.has(key));
    }
  };
  const paths = root.get("paths");
  for (const [path, item] of isSourceObject(paths) ? paths : []) {
    const placed = follow(root, item, child("/paths", path));
    if (placed === undefined) continue;
    for (const method of operationMethods) {
      const operation = placed.value.get(method);
      if (isSourceObject(operation)) found.push(...operationProse(root, scopeOf, placed, { value: operation, pointer: child(placed.pointer, method) }, `${method.toUpperCase()} ${path}`));
    }
  }
  walk(root, "", [], false);
  return found;
};
