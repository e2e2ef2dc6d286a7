import { operationMethods } from "../source/operation-methods.js";
import { child, type Pointer, parent } from "../source/pointer.js";
import { resolveReference } from "../source/resolve.js";
import { schemaConjuncts } from "../source/schema-layers.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** Which way a value goes. */
export type Direction = "request" | "response";

const opposite: Readonly<Record<Direction, Direction>> = { request: "response", response: "request" };

/** The ways that values of the schema at a pointer go, as far as operations tell. */
export type Directions = (pointer: Pointer) => ReadonlySet<Direction>;

const none: ReadonlySet<Direction> = new Set();

const isData = (key: string): boolean => key === "example" || key === "examples" || key === "default" || key.startsWith("x-");

export const noDirections: Directions = () => none;

/** Does any property say that only one side has it? Without, `required` is the same in both directions. */
export const hasMarks = (value: SourceValue): boolean => {
  if (isSourceArray(value)) return value.some(hasMarks);
  return isSourceObject(value) && (value.has("readOnly") || value.has("writeOnly") || [...value.values()].some(hasMarks));
};

/** The ways of everything that is reached from requests and from responses, by way of references too; found out when first asked for. */
export const readDirections = (root: SourceObject): Directions => {
  let found: Directions | undefined;
  return (pointer) => (found ??= markAll(root))(pointer);
};

const markAll = (root: SourceObject): Directions => {
  const marks = new Map<Pointer, Set<Direction>>();

  // a queue, since chains of references can have any length
  const queue: { readonly value: SourceValue; readonly direction: Direction }[] = [];

  const mark = (pointer: Pointer, value: SourceValue, direction: Direction): void => {
    const known = marks.get(pointer) ?? new Set();
    marks.set(pointer, known);
    if (known.has(direction)) return;
    known.add(direction);
    queue.push({ value, direction });
  };

  const follow = (value: SourceValue, direction: Direction): void => {
    if (isSourceArray(value)) for (const item of value) follow(item, direction);
    if (!isSourceObject(value)) return;
    const reference = value.get("$ref");
    const target = typeof reference === "string" ? resolveReference(root, reference) : undefined;
    if (target !== undefined) mark(target.pointer, target.value, direction);
    for (const [key, member] of value) if (!isData(key)) follow(member, direction);
  };

  const markMember = (owner: SourceObject, pointer: Pointer, key: string, direction: Direction): void => {
    const value = owner.get(key);
    if (value !== undefined) mark(child(pointer, key), value, direction);
  };

  const operation = (value: SourceValue, pointer: Pointer, request: Direction): void => {
    if (!isSourceObject(value)) return;
    markMember(value, pointer, "parameters", request);
    markMember(value, pointer, "requestBody", request);
    markMember(value, pointer, "responses", opposite[request]);
    const callbacks = value.get("callbacks");
    if (!isSourceObject(callbacks)) return;
    for (const [name, callback] of callbacks) paths(callback, child(pointer, "callbacks", name), opposite[request]);
  };

  const paths = (value: SourceValue | undefined, pointer: Pointer, request: Direction): void => {
    if (!isSourceObject(value)) return;
    for (const [path, item] of value) {
      if (!isSourceObject(item)) continue;
      markMember(item, child(pointer, path), "parameters", request);
      for (const [method, member] of item)
        if (operationMethods.includes(method)) operation(member, child(pointer, path, method), request);
      const additional = item.get("additionalOperations");
      if (isSourceObject(additional)) for (const [method, member] of additional) operation(member, child(pointer, path, "additionalOperations", method), request);
    }
  };

  paths(root.get("paths"), "/paths", "request");
  // what the API sends is what its user reads
  paths(root.get("webhooks"), "/webhooks", "response");
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) follow(next.value, next.direction);

  return (pointer) => {
    for (let at = pointer; at !== ""; at = parent(at)) {
      const found = marks.get(at);
      if (found !== undefined) return found;
    }
    return none;
  };
};

const isMarked = (value: SourceValue | undefined, mark: string, root: SourceObject): boolean =>
  schemaConjuncts(value, root).some((one) => one.get(mark) === true);

/**
 * `required` as it applies: a property that is `readOnly` is not demanded of a request, one that is `writeOnly` not of a
 * response (OpenAPI 3.0 §4.7.24.2; 3.1 leaves the words to JSON Schema, and the practice stayed). Of what goes both ways,
 * neither is.
 */
export const demanded = (schema: SourceObject, directions: ReadonlySet<Direction>, root: SourceObject): SourceObject => {
  const required = schema.get("required");
  const properties = schema.get("properties");
  if (directions.size === 0 || !isSourceArray(required) || !isSourceObject(properties)) return schema;
  const isSpared = (name: SourceValue): boolean =>
    typeof name === "string" &&
    ((directions.has("request") && isMarked(properties.get(name), "readOnly", root)) ||
      (directions.has("response") && isMarked(properties.get(name), "writeOnly", root)));
  const left = required.filter((name) => !isSpared(name));
  if (left.length === required.length) return schema;
  const others = [...schema].filter(([key]) => key !== "required");
  return new Map(left.length === 0 ? others : [...others, ["required", left]]);
};
