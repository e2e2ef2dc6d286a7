import type { Node } from "./node.js";
import { resolveReference } from "../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** References to references; longer chains were reported as circles. */
const chain = 16;

/** Objects around a list. */
const wrappers = 2;

const followed = (value: SourceValue | undefined, root: SourceObject, left = chain): SourceObject | undefined => {
  if (!isSourceObject(value)) return undefined;
  const reference = value.get("$ref");
  if (typeof reference !== "string") return value;
  return left === 0 ? undefined : followed(resolveReference(root, reference)?.value, root, left - 1);
};

/** The schemas that describe the same value, each once. */
const layersOf = (value: SourceValue | undefined, root: SourceObject): readonly SourceObject[] => {
  const found = new Set<SourceObject>();
  const open: (SourceValue | undefined)[] = [value];
  while (open.length > 0) {
    const schema = followed(open.pop(), root);
    if (schema === undefined || found.has(schema)) continue;
    found.add(schema);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const members = schema.get(keyword);
      if (isSourceArray(members)) open.push(...members);
    }
  }
  return [...found];
};

const propertiesOf = (layers: readonly SourceObject[]): readonly (readonly [string, SourceValue])[] =>
  layers.flatMap((layer) => {
    const properties = layer.get("properties");
    return isSourceObject(properties) ? [...properties] : [];
  });

/** The schemas of items: of the list itself, or of those that an object around them holds. */
const itemsIn = (value: SourceValue | undefined, root: SourceObject, depth = 0): readonly SourceValue[] => {
  const layers = layersOf(value, root);
  const own = layers.flatMap((layer) => layer.get("items") ?? []);
  if (own.length > 0 || depth === wrappers) return own;
  return propertiesOf(layers).flatMap(([, property]) => itemsIn(property, root, depth + 1));
};

const membersOf = (value: SourceValue | undefined, key: string): readonly (readonly [string, SourceValue])[] => {
  const map = isSourceObject(value) ? value.get(key) : undefined;
  return isSourceObject(map) ? [...map] : [];
};

/** The names of the fields that the items of an operation's answer have, as far as the description says. */
export const itemFields = ({ value: operation }: Node, root: SourceObject): ReadonlySet<string> => {
  const successes = membersOf(operation, "responses").filter(([status]) => /^2/.test(status));
  const schemas = successes.flatMap(([, response]) => membersOf(followed(response, root), "content").flatMap(([, content]) => followed(content, root)?.get("schema") ?? []));
  const items = schemas.flatMap((schema) => itemsIn(schema, root));
  return new Set(items.flatMap((item) => propertiesOf(layersOf(item, root)).map(([name]) => name)));
};
