import { isSourceObject, type SourceValue } from "../value.js";
import type { ReadText } from "../read-text.js";
import type { Pointer } from "../pointer.js";
import { valueAt } from "../resolve.js";
import type { References } from "./find-target.js";
import type { Origins } from "./origins.js";

const vocabulary = (name: string): string => `https://json-schema.org/draft/2020-12/vocab/${name}`;

/** The keywords of the vocabularies that a dialect may do without (2020-12 core §8.1.2); `core` is always there. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  [vocabulary("applicator")]: [
    ...["prefixItems", "items", "contains", "additionalProperties", "properties", "patternProperties", "dependentSchemas"],
    ...["propertyNames", "if", "then", "else", "allOf", "anyOf", "oneOf", "not"],
  ],
  [vocabulary("unevaluated")]: ["unevaluatedItems", "unevaluatedProperties"],
  [vocabulary("validation")]: [
    ...["type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"],
    ...["pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties"],
    ...["required", "dependentRequired"],
  ],
};

/** What 2020-12 added; a schema that says it is of an older draft means nothing by it. */
const added = new Set(["prefixItems", "$dynamicRef", "$dynamicAnchor"]);

const older = /^https?:\/\/json-schema\.org\/draft(?:-0[3-7]|\/2019-09)\/schema$/;

const none: ReadonlySet<string> = new Set();

const without = (vocabularyOf: SourceValue | undefined): ReadonlySet<string> => {
  if (!isSourceObject(vocabularyOf)) return none;
  return new Set(Object.entries(vocabularies).flatMap(([uri, keywords]) => (vocabularyOf.has(uri) ? [] : keywords)));
};

/** The keywords that mean nothing in the schemas of a document, by the dialect that `$schema` of their resource names. */
export const createDialects = (references: References, origins: Origins): ((pointer: Pointer) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  const naming = new Map<ReadText, boolean>();

  /** Most descriptions name no dialect. Asked for every schema, so each text is searched once. */
  const namesDialects = (file: ReadText): boolean => {
    const names = naming.get(file) ?? file.file.text.includes("$schema");
    naming.set(file, names);
    return names;
  };

  const read = (file: ReadText, uri: string): ReadonlySet<string> => {
    const name = uri.replace(/#$/, "");
    if (older.test(name)) return added;
    const found = references.find(file, "", name);
    const metaSchema = found === undefined || "code" in found ? undefined : found.value;
    return without(isSourceObject(metaSchema) ? metaSchema.get("$vocabulary") : undefined);
  };

  /** The nearest resource around that names a dialect decides. */
  const dialectOf = (file: ReadText, from: Pointer): string | undefined => {
    for (let at: Pointer | undefined = from; at !== undefined; ) {
      const resource = references.resourceAt(file, at);
      const schema = valueAt(file.value, resource.pointer);
      const dialect = isSourceObject(schema) ? schema.get("$schema") : undefined;
      if (typeof dialect === "string") return dialect;
      at = resource.pointer === "" ? undefined : resource.pointer.slice(0, resource.pointer.lastIndexOf("/"));
    }
    return undefined;
  };

  return (pointer) => {
    const origin = origins.originOf(pointer);
    if (origin === undefined || !namesDialects(origin.file)) return none;
    const dialect = dialectOf(origin.file, origin.from);
    if (dialect === undefined) return none;
    const ignored = known.get(dialect) ?? read(origin.file, dialect);
    known.set(dialect, ignored);
    return ignored;
  };
};
