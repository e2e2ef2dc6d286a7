import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Format } from "../formats/index.js";
import { annotations, isKeyword, keywords, type KeywordValues } from "../keywords/index.js";
import type { ReadContext } from "../keywords/keyword.js";
import { readEvidence } from "../rules/evidence.js";
import { kindOf, type Rule, rules } from "../rules/index.js";
import { impliedRules } from "../rules/implied.js";
import type { Owner, Recognised } from "../rules/owner.js";
import { type Variants, variantsIn } from "../rules/variants.js";
import { type DynamicScope, type DynamicScopes, emptyScope } from "../source/dynamic-scopes.js";
import { child, type Pointer } from "../source/pointer.js";
import { resolveReference, valueAt } from "../source/resolve.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { createIsChildOfUnion, withoutUnion } from "./cut-union.js";
import { demanded, type Directions } from "./directions.js";
import { mergeRules } from "./merge-rules.js";
import { modernise } from "./modernise.js";
import { ownerOf } from "./owner-of.js";
import { prune } from "./prune.js";
import type { Annotations, Schema } from "./schema.js";

/** Reads schemas of one document, each once. */
export interface SchemaReader {
  readonly schema: (pointer: Pointer) => Schema;
  /** All that were read, in the order of reading. */
  readonly schemas: () => ReadonlyMap<Pointer, Schema>;
  /** The keywords that became rules. */
  readonly consumed: () => readonly Pointer[];
}

export interface SchemaReaderOptions {
  readonly root: SourceObject;
  readonly report: Report;
  /** OpenAPI 3.0 has `nullable` and boolean `exclusiveMinimum`. */
  readonly legacy: boolean;
  readonly dynamic: DynamicScopes;
  readonly directions: Directions;
  readonly customFormats: ReadonlyMap<string, Format>;
  /** The keywords of a schema that are passed over. */
  readonly ignoredAt: (pointer: Pointer) => ReadonlySet<string>;
}

const reportUnknown = (key: string, pointer: Pointer, report: Report): void => {
  if (key.startsWith("x-") || annotations.has(key) || isKeyword(key)) return;
  const at = { pointer: child(pointer, key), part: "key" as const };
  const near = suggest(key, [...Object.keys(keywords), ...annotations]);
  report("keyword-unsupported", {
    message: `${JSON.stringify(key)} is no keyword that is known here; it is not checked`,
    at,
    ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
  });
};

const readAnnotations = (source: SourceObject): Annotations => {
  const text = (key: string): string | undefined => {
    const value = source.get(key);
    return typeof value === "string" ? value : undefined;
  };
  const flag = (key: string, name = key): Readonly<Record<string, true>> => (source.get(key) === true ? { [name]: true } : {});
  const title = text("title");
  const description = text("description");
  const [contentMediaType, contentEncoding] = [text("contentMediaType"), text("contentEncoding")];
  const fallback = source.get("default");
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(contentMediaType === undefined ? {} : { contentMediaType }),
    ...(contentEncoding === undefined ? {} : { contentEncoding }),
    ...(fallback === undefined ? {} : { default: toPlain(fallback) }),
    ...flag("deprecated"),
    ...flag("readOnly"),
    ...flag("writeOnly"),
    ...flag("x-unique", "unique"),
    ...(source.has("x-evidence") && { evidence: readEvidence(source) }),
  };
};

const recogniseRules = (owner: Owner): readonly Recognised<Rule>[] => {
  const kinds: readonly { readonly recognise: (of: Owner) => readonly Recognised<Rule>[] }[] = Object.values(rules);
  return kinds.flatMap((kind) => kind.recognise(owner));
};

/** Keywords that say nothing between fields, whatever stands in them. */
const sayNoRule: ReadonlySet<string> = new Set(["type", "properties", "required", "allOf", "$ref", "title", "description", "nullable", "enum", "format", "items", "example", "readOnly", "deprecated"]);

const mayImply = ({ parts }: Owner): boolean => parts.some(({ source }) => [...source.keys()].some((key) => !sayNoRule.has(key)));

/** What the keywords that stay say of fields beside other things. */
const readImplied = (owner: Owner, consumed: ReadonlySet<Pointer>): Pick<Prepared, "implied" | "variants"> => {
  if (!mayImply(owner) || (!owner.describesObjects && !isUnion(owner))) return {};
  const implied = owner.describesObjects ? impliedRules(owner, consumed) : [];
  const told = new Set([...consumed, ...implied.map((rule) => rule.pointer)]);
  const variants = variantsIn(owner).filter((one) => !told.has(one.pointer));
  return { ...(implied.length === 0 ? {} : { implied }), ...(variants.length === 0 ? {} : { variants }) };
};

/** Does the schema say nothing of its values but by their forms? */
const isUnion = ({ parts }: Owner): boolean => parts[0] !== undefined && !parts[0].source.has("type");

const mentions = (value: SourceValue, key: string): boolean => {
  if (isSourceArray(value)) return value.some((item) => mentions(item, key));
  return isSourceObject(value) && (value.has(key) || [...value.values()].some((member) => mentions(member, key)));
};

/**
 * Keywords that become a rule evaluate nothing any more. That is no loss where the object describes the rule's fields
 * itself; elsewhere `unevaluatedProperties` would take them for unknown, so the keywords stay what they are.
 */
const describesFields = (rule: Rule, source: SourceObject): boolean => {
  const properties = source.get("properties");
  return kindOf(rule)
    .fields(rule)
    .every((field) => isSourceObject(properties) && properties.has(field));
};

const readKeywords = (source: SourceObject, pointer: Pointer, context: Omit<ReadContext, "pointer">): KeywordValues => {
  const entries = Object.values(keywords).flatMap((keyword): readonly (readonly [string, unknown])[] => {
    const value = source.get(keyword.name);
    if (value === undefined) return [];
    const data = keyword.read(value, { ...context, pointer: child(pointer, keyword.name) });
    return data === undefined ? [] : [[keyword.name, data]];
  });
  // each entry was made by the keyword's own `read`
  return Object.fromEntries(entries) as KeywordValues;
};

/** An object as it is read, whatever scope it is read in: rules are recognised, and their keywords consumed, once. */
interface Prepared {
  readonly source: SourceObject;
  readonly rules: readonly Rule[];
  readonly implied?: readonly Rule[];
  readonly variants?: readonly Variants[];
  readonly annotations: Annotations;
}

export const createSchemaReader = ({ root, report, legacy, dynamic, directions, customFormats, ignoredAt }: SchemaReaderOptions): SchemaReader => {
  const known = new Map<string, Schema>();
  const consumed = new Set<Pointer>();
  const prepared = new Map<Pointer, Prepared>();
  const isChildOfUnion = createIsChildOfUnion(root);
  const hasUnevaluated = mentions(root, "unevaluatedProperties");

  const target = (reference: string, at: Pointer): Pointer | undefined => {
    const found = resolveReference(root, reference);
    if (found === undefined) report("ref-unresolved", { message: `${JSON.stringify(reference)} leads nowhere`, at: { pointer: at } });
    return found?.pointer;
  };

  const prepare = (written: SourceObject, pointer: Pointer): Prepared => {
    const ignored = ignoredAt(pointer);
    const source = ignored.size === 0 ? written : new Map([...written].filter(([key]) => !ignored.has(key)));
    const modern = demanded(legacy ? modernise(source) : source, directions(pointer), root);
    for (const key of modern.keys()) reportUnknown(key, pointer, report);
    const owner = ownerOf(prune(modern, pointer, consumed), pointer, root);
    const recognised = recogniseRules(owner).filter(({ rule }) => !hasUnevaluated || describesFields(rule, modern));
    for (const one of recognised) for (const used of one.consumed) consumed.add(used);
    return { source: modern, rules: mergeRules(recognised.map((one) => one.rule)), ...readImplied(owner, consumed), annotations: readAnnotations(written) };
  };

  const prepareOnce = (written: SourceObject, pointer: Pointer): Prepared => {
    const made = prepared.get(pointer) ?? prepare(written, pointer);
    prepared.set(pointer, made);
    return made;
  };

  const readObject = (written: SourceObject, pointer: Pointer, scope: DynamicScope, isBase: boolean): Omit<Schema, "variant"> => {
    const { source: whole, annotations: ownAnnotations, variants, ...said } = prepareOnce(written, pointer);
    const source = isBase ? withoutUnion(whole) : whole;
    const name = dynamic.nameAt(pointer);
    const context = {
      report,
      schema: (at: Pointer) => schemaIn(at, scope),
      referred: (at: Pointer) => schemaIn(at, scope, isChildOfUnion(pointer, at)),
      target: (reference: string) => target(reference, child(pointer, "$ref")),
      lookUp: (reference: string) => resolveReference(root, reference)?.pointer,
      customFormat: (name: string) => customFormats.get(name),
      dynamicTarget: (first: Pointer) => (name === undefined ? undefined : scope.targets.get(name)) ?? first,
    };
    return {
      pointer,
      // what a parent's rules consumed meanwhile is left out too
      keywords: readKeywords(prune(source, pointer, consumed), pointer, context),
      ...said,
      ...(variants === undefined || isBase ? {} : { variants }),
      annotations: ownAnnotations,
    };
  };

  const read = (value: SourceValue | undefined, pointer: Pointer, scope: DynamicScope, isBase: boolean): Omit<Schema, "variant"> => {
    if (isSourceObject(value)) return readObject(value, pointer, scope, isBase);
    if (value !== undefined && typeof value !== "boolean")
      report("structure-invalid", { message: "a schema must be an object, true or false", at: { pointer } });
    return { pointer, keywords: {}, rules: [], annotations: {}, always: value !== false };
  };

  const schemaIn = (pointer: Pointer, outer: DynamicScope, isBase = false): Schema => {
    const scope = dynamic.entered(pointer, outer);
    const isOwn = scope === emptyScope || scope.key === dynamic.entered(pointer, emptyScope).key;
    const variant = [isOwn ? "" : scope.key, isBase ? "base" : ""].filter((part) => part !== "").join(" ");
    const key = variant === "" ? pointer : `${pointer} ${variant}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made: Schema = { ...read(valueAt(root, pointer), pointer, scope, isBase), ...(variant === "" ? {} : { variant }), ...(isBase ? { isBase } : {}) };
    known.set(key, made);
    return made;
  };

  return { schema: (pointer) => schemaIn(pointer, emptyScope), schemas: () => known, consumed: () => [...consumed] };
};
