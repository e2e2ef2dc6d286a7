import type { JsonValue } from "../code/json-value.js";
import { type Choices, choicesOf } from "../keywords/discriminator.js";
import { isKeyword, type KeywordName } from "../keywords/index.js";
import { withoutUnion } from "../model/cut-union.js";
import { modernise } from "../model/modernise.js";
import type { Schema } from "../model/schema.js";
import { subschemasOf } from "../model/subschemas.js";
import { kindOfMember } from "../source/bundle/kinds.js";
import { child, type Pointer, tokens } from "../source/pointer.js";
import { resolveReference } from "../source/resolve.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** A schema of the document. It was read unless it stands in keywords that became a rule. */
export interface SchemaPlace {
  readonly pointer: Pointer;
  readonly schema: Schema | undefined;
}

/** The place of a schema that is being written, with what was read of its parts. */
interface Owner extends SchemaPlace {
  readonly parts: ReadonlyMap<Pointer, Schema>;
}

export interface JsonSchemaContext {
  readonly root: SourceObject;
  readonly schemaAt: ReadonlyMap<Pointer, Schema>;
  /** Pointers to the keywords that became rules. */
  readonly consumed: ReadonlySet<Pointer>;
  /** What stands in place of a reference to the schema: `#/$defs/Account`. */
  readonly referenceTo: (target: SchemaPlace) => string;
}

/** Annotations that mean the same to everyone. Those that name or place a schema are gone with what they were needed for. */
const annotations: ReadonlySet<string> = new Set([
  ...["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment"],
  ...["contentEncoding", "contentMediaType"],
]);

/** Keywords of OpenAPI, for which others are written. */
const foreign: ReadonlySet<string> = new Set(["discriminator", "x-secret"]);

const isWritten = (key: string): key is KeywordName => isKeyword(key) && !foreign.has(key);

/** A keyword that a validator passes over, such as one that its dialect does not know, says nothing here either. */
const isSaid = (key: string, { pointer, schema }: SchemaPlace, { consumed }: JsonSchemaContext): boolean => {
  if (annotations.has(key)) return true;
  if (!isWritten(key)) return false;
  return schema === undefined || schema.keywords[key] !== undefined || consumed.has(child(pointer, key));
};

type Entry = readonly [key: string, value: JsonValue];

const objectOf = (entries: Iterable<Entry>): JsonValue => Object.fromEntries(entries);

const mapped = (value: SourceValue, write: (member: SourceValue, key: string | number) => JsonValue): JsonValue => {
  if (isSourceArray(value)) return value.map(write);
  return isSourceObject(value) ? objectOf([...value].map(([key, member]) => [key, write(member, key)])) : toPlain(value);
};

const isLegacy = (root: SourceObject): boolean => String(root.get("openapi")).startsWith("3.0");

/** `example` as OpenAPI has it is one of the standard's `examples`. */
const withExamples = (source: SourceObject): SourceObject => {
  const example = source.get("example");
  if (example === undefined || isSourceArray(source.get("examples"))) return source;
  return new Map([...source, ["examples", [example]]]);
};

const ownerOf = ({ pointer, schema }: SchemaPlace): Owner => ({
  pointer,
  schema,
  parts: new Map(schema === undefined ? [] : subschemasOf(schema).map((part) => [part.pointer, part])),
});

const isReference = (value: JsonValue): value is { readonly $ref: JsonValue } =>
  typeof value === "object" && value !== null && Object.keys(value).join() === "$ref";

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? (value as readonly JsonValue[]) : []);

/** The schema at a place in plain JSON Schema 2020-12. */
export const writeJsonSchema = (source: SourceValue | undefined, place: SchemaPlace, context: JsonSchemaContext): JsonValue => {
  const { root, schemaAt, referenceTo } = context;

  const reference = (value: SourceValue, key: "$ref" | "$dynamicRef", { schema }: Owner): string | undefined => {
    const read = schema?.keywords[key];
    if (read !== undefined) return referenceTo({ pointer: read.pointer, schema: read.schema() });
    const target = typeof value === "string" ? resolveReference(root, value) : undefined;
    return target && referenceTo({ pointer: target.pointer, schema: schemaAt.get(target.pointer) });
  };

  const part = (value: SourceValue, pointer: Pointer, { parts }: Owner): JsonValue =>
    written(value, { pointer, schema: parts.get(pointer) });

  const members = (value: SourceValue, pointer: Pointer, owner: Owner): JsonValue =>
    mapped(value, (member, key) => part(member, child(pointer, key), owner));

  /** A member that a discriminator picks says so itself: `{ $ref, type: "object", required: ["kind"], properties: { kind: { enum: ["cat"] } } }` */
  const tagged = ({ propertyName, choices, takesNull }: Choices, value: SourceValue, owner: Owner): JsonValue => [
    ...choices.map(({ schema, tags }) => {
      const source = isSourceArray(value) ? value[Number(tokens(schema.pointer).at(-1))] : undefined;
      const member = source === undefined ? true : part(source, schema.pointer, owner);
      const picked = { type: "object", required: [propertyName], properties: objectOf([[propertyName, { enum: tags }]]) };
      return isReference(member) ? { ...member, ...picked } : { allOf: [member], ...picked };
    }),
    ...(takesNull ? [{ type: "null" }] : []),
  ];

  /** The two keywords that took its place. */
  const dependencies = (value: SourceValue, pointer: Pointer, owner: Owner): JsonValue => {
    const all = isSourceObject(value) ? [...value] : [];
    const names = all.filter(([, member]) => isSourceArray(member));
    const schemas = all.filter(([, member]) => !isSourceArray(member));
    return { dependentRequired: toPlain(new Map(names)), dependentSchemas: members(new Map(schemas), pointer, owner) };
  };

  /** What a keyword becomes; what goes into `allOf`, since the same keywords may stand beside it, has no key. */
  const entry = (key: string, value: SourceValue, owner: Owner): readonly (readonly [key: string | undefined, value: JsonValue])[] => {
    // written as a map by those who know the one of media types
    if (!isSaid(key, owner, context) || (key === "examples" && !isSourceArray(value))) return [];
    const pointer = child(owner.pointer, key);
    if (key === "dependencies") return [[undefined, dependencies(value, pointer, owner)]];
    if (key === "$ref" || key === "$dynamicRef") {
      const $ref = reference(value, key, owner);
      return $ref === undefined ? [] : key === "$ref" ? [[key, $ref]] : [[undefined, { $ref }]];
    }
    // of what is only sent or only answered, less is required than the text says
    if (key === "required") return [[key, owner.schema?.keywords.required ?? toPlain(value)]];
    if (key === "anyOf" || key === "oneOf") {
      const choices = owner.schema && choicesOf(owner.schema.keywords[key] ?? [], owner.schema);
      if (choices !== undefined) return [[key, tagged(choices, value, owner)]];
    }
    const kind = kindOfMember("schema", key);
    if (kind === "schema") return [[key, part(value, pointer, owner)]];
    return [[key, kind === "schemaMap" || kind === "propertyMap" ? members(value, pointer, owner) : toPlain(value)]];
  };

  const written = (value: SourceValue, at: SchemaPlace): JsonValue => {
    if (!isSourceObject(value)) return value !== false;
    const modern = withExamples(isLegacy(root) ? modernise(value) : value);
    const own = at.schema?.isBase === true ? withoutUnion(modern) : modern;
    const owner = ownerOf(at);
    const all = [...own].flatMap(([key, member]) => entry(key, member, owner));
    const named = all.flatMap(([key, member]): readonly Entry[] => (key === undefined ? [] : [[key, member]]));
    if (named.length === all.length) return objectOf(named);
    const more = all.flatMap(([key, member]) => (key === undefined ? [member] : key === "allOf" ? listOf(member) : []));
    return objectOf([...named.filter(([key]) => key !== "allOf"), ["allOf", more]]);
  };

  return source === undefined ? true : written(source, place);
};
