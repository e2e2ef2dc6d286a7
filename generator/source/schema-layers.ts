import { followed } from "./followed.js";
import { reachable } from "./reachable.js";
import { resolveReference } from "./resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./value.js";

const membersOf = (schema: SourceObject, keyword: string): readonly SourceValue[] => {
  const members = schema.get(keyword);
  return isSourceArray(members) ? members : [];
};

/** The schemas that describe the same value, each once: what a value is or refers to, and the members of these keywords in it. */
export const schemaLayers = (value: SourceValue | undefined, root: SourceObject, keywords: readonly string[]): readonly SourceObject[] => {
  const schema = followed(value, root);
  const parts = (layer: SourceObject): readonly SourceObject[] =>
    keywords.flatMap((keyword) => membersOf(layer, keyword)).flatMap((member) => followed(member, root) ?? []);
  return schema === undefined ? [] : reachable(schema, parts);
};

/** What holds of a value together with its schema, each once: the schema with what stands beside a `$ref`, where references lead, and the members of `allOf`. */
export const schemaConjuncts = (schema: SourceValue | undefined, root: SourceObject): readonly SourceObject[] => {
  const parts = (one: SourceObject): readonly SourceObject[] => {
    const reference = one.get("$ref");
    const referred = typeof reference === "string" ? resolveReference(root, reference)?.value : undefined;
    return [referred, ...membersOf(one, "allOf")].filter(isSourceObject);
  };
  return isSourceObject(schema) ? reachable(schema, parts) : [];
};
