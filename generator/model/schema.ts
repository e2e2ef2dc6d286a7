import type { KeywordValues } from "../keywords/index.js";
import type { Evidence } from "../rules/evidence.js";
import type { Rule } from "../rules/index.js";
import type { Variants } from "../rules/variants.js";
import type { Pointer } from "../source/pointer.js";
import type { JsonValue } from "../code/json-value.js";

/** A Schema Object (OpenAPI 3.1 §4.8.24, JSON Schema 2020-12), read once: assertions, rules and annotations apart. */
export interface Schema {
  /** Where it stands in the bundled document. */
  readonly pointer: Pointer;
  /** Tells it from the schema that stands at the same pointer by itself: read in another dynamic scope, or as the base of a child. */
  readonly variant?: string;
  /** Read as the base of a child: without the union that lists the child. */
  readonly isBase?: true;
  /** A boolean schema's verdict; then there are no keywords. */
  readonly always?: boolean;
  readonly keywords: KeywordValues;
  /** The cross-field rules that were normalised out of its keywords. */
  readonly rules: readonly Rule[];
  /** Rules that its keywords say beside other things: types tell them, the keywords stay and are checked. */
  readonly implied?: readonly Rule[];
  /** The same of its unions of objects. */
  readonly variants?: readonly Variants[];
  readonly annotations: Annotations;
}

export interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly default?: JsonValue;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** What a text holds, and how (2020-12 validation §8). */
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  /** Keys that the server keeps unique (`x-unique`); documentation, never a client-side check. */
  readonly unique?: boolean;
  /** The sentences that rules and facts were lifted from (`x-evidence`). */
  readonly evidence?: readonly Evidence[];
}

export type JsonType = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/** Gives the schema that a `$ref` points to; every target that stands in a document is there. */
export type SchemaAt = (pointer: Pointer) => Schema;
