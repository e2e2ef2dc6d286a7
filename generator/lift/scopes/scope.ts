import type { Pointer } from "../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../source/value.js";

/** A field or parameter that a sentence may name. */
export interface ScopeField {
  readonly name: string;
  /** Where it is described. */
  readonly pointer: Pointer;
  /** Its schema, local references followed; an empty one where nothing is known. */
  readonly schema: SourceObject;
  /** What stands there: the schema as it is written, or the parameter. */
  readonly source: SourceObject;
}

/** What a sentence speaks about: the fields of one object, or the query of one operation. */
export interface Scope {
  readonly kind: "object" | "query";
  /** The schema, or the operation. */
  readonly pointer: Pointer;
  /** How it is called in tables: the name of a schema, or method and path. */
  readonly title: string;
  readonly fields: ReadonlyMap<string, ScopeField>;
  /** Those that have to be there in any case. */
  readonly required: ReadonlySet<string>;
}

/** A description that may state rules. */
export interface Prose {
  /** Where the text stands. */
  readonly pointer: Pointer;
  readonly text: string;
  /** The field that it describes; undefined for the text of an object or operation. */
  readonly field: string | undefined;
  /** In which its names are looked up, the nearest first. */
  readonly scopes: readonly Scope[];
}

/** The values that a field is declared to have, where it lists them. */
export const valuesOf = ({ schema }: ScopeField): readonly SourceValue[] | undefined => {
  const listed = schema.get("enum");
  if (Array.isArray(listed)) return listed;
  return schema.has("const") ? [schema.get("const") ?? null] : undefined;
};
