import { isSuccess } from "./is-success.js";
import type { Node } from "./node.js";
import { followed } from "../source/followed.js";
import { schemaLayers } from "../source/schema-layers.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** Objects around a list. */
const wrappers = 2;

const layersOf = (value: SourceValue, root: SourceObject): readonly SourceObject[] => schemaLayers(value, root, ["allOf", "anyOf", "oneOf"]);

const propertiesOf = (layers: readonly SourceObject[]): readonly (readonly [string, SourceValue])[] =>
  layers.flatMap((layer) => {
    const properties = layer.get("properties");
    return isSourceObject(properties) ? [...properties] : [];
  });

/** The schemas of items: of the list itself, or of those that an object around them holds. */
const itemsIn = (value: SourceValue, root: SourceObject, depth = 0): readonly SourceValue[] => {
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
  const successes = membersOf(operation, "responses").filter(([status]) => isSuccess({ status }));
  const schemas = successes.flatMap(([, response]) => membersOf(followed(response, root), "content").flatMap(([, content]) => followed(content, root)?.get("schema") ?? []));
  const items = schemas.flatMap((schema) => itemsIn(schema, root));
  return new Set(items.flatMap((item) => propertiesOf(layersOf(item, root)).map(([name]) => name)));
};
