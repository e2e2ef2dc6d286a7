import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import { annotations, type KeywordName, keywords, type KeywordValues } from "../keywords/index.js";
import type { ReadContext } from "../keywords/keyword.js";
import { type Rule, rules } from "../rules/index.js";
import type { Recognised } from "../rules/owner.js";
import { child, type Pointer } from "../source/pointer.js";
import { resolveReference, valueAt } from "../source/resolve.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
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
}

const isKeyword = (name: string): name is KeywordName => Object.hasOwn(keywords, name);

const notYet = new Set(["$dynamicRef", "$dynamicAnchor", "unevaluatedProperties", "unevaluatedItems", "$recursiveRef", "$recursiveAnchor"]);

const reportUnknown = (key: string, pointer: Pointer, report: Report): void => {
  if (key.startsWith("x-") || annotations.has(key) || isKeyword(key)) return;
  const at = { pointer: child(pointer, key), part: "key" as const };
  if (notYet.has(key)) {
    report("keyword-unsupported", { message: `the keyword ${JSON.stringify(key)} is not supported yet and is not checked`, at });
    return;
  }
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
  const fallback = source.get("default");
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: toPlain(fallback) }),
    ...flag("deprecated"),
    ...flag("readOnly"),
    ...flag("writeOnly"),
    ...flag("x-unique", "unique"),
  };
};

const recogniseRules = (source: SourceObject, pointer: Pointer, root: SourceObject): readonly Recognised<Rule>[] => {
  const owner = ownerOf(source, pointer, root);
  const kinds: readonly { readonly recognise: (of: typeof owner) => readonly Recognised<Rule>[] }[] = Object.values(rules);
  return kinds.flatMap((kind) => kind.recognise(owner));
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

export const createSchemaReader = ({ root, report, legacy }: SchemaReaderOptions): SchemaReader => {
  const known = new Map<Pointer, Schema>();
  const consumed = new Set<Pointer>();

  const target = (reference: string, at: Pointer): Pointer | undefined => {
    const found = resolveReference(root, reference);
    if (found === undefined) report("ref-unresolved", { message: `${JSON.stringify(reference)} leads nowhere`, at: { pointer: at } });
    return found?.pointer;
  };

  const readObject = (written: SourceObject, pointer: Pointer): Schema => {
    const source = legacy ? modernise(written) : written;
    for (const key of written.keys()) reportUnknown(key, pointer, report);
    const recognised = recogniseRules(prune(source, pointer, consumed), pointer, root);
    for (const one of recognised) for (const used of one.consumed) consumed.add(used);
    const context = {
      report,
      schema,
      target: (reference: string) => target(reference, child(pointer, "$ref")),
    };
    return {
      pointer,
      keywords: readKeywords(prune(source, pointer, consumed), pointer, context),
      rules: mergeRules(recognised.map((one) => one.rule)),
      annotations: readAnnotations(written),
    };
  };

  const read = (value: SourceValue | undefined, pointer: Pointer): Schema => {
    if (isSourceObject(value)) return readObject(value, pointer);
    if (value !== undefined && typeof value !== "boolean")
      report("structure-invalid", { message: "a schema must be an object, true or false", at: { pointer } });
    return { pointer, keywords: {}, rules: [], annotations: {}, always: value !== false };
  };

  const schema = (pointer: Pointer): Schema => {
    const before = known.get(pointer);
    if (before !== undefined) return before;
    const made = read(valueAt(root, pointer), pointer);
    known.set(pointer, made);
    return made;
  };

  return { schema, schemas: () => known, consumed: () => [...consumed] };
};
