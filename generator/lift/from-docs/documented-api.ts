import type { Place } from "../../diagnostics/place.js";
import type { SourceValue } from "../../source/value.js";

/** A fact of a documentation, with where it stands. */
export interface Said<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** What a text says of an API, and nothing that follows from it. */
export interface DocumentedApi {
  readonly title?: Said<string>;
  readonly version?: Said<string>;
  readonly description?: Said<string>;
  readonly endpoints: readonly DocumentedEndpoint[];
  /** Types that endpoints refer to by name. */
  readonly types: readonly DocumentedType[];
  /** A media type that the framework of the API always offers, with why; pages show one of several. */
  readonly usualMediaType?: { readonly name: string; readonly reason: string };
  /** Text that no part of a form could be made of. */
  readonly unread: readonly Said<string>[];
}

export interface DocumentedEndpoint {
  /** In lower case. */
  readonly method: Said<string>;
  readonly path: Said<string>;
  readonly summary?: Said<string>;
  /** The base of its URL, `https://api.example.com`. */
  readonly servers: readonly Said<string>[];
  /** Names of security schemes, all of them together. */
  readonly security: readonly Said<string>[];
  /** Headers of a sample request, without those of the body. */
  readonly headers: readonly Said<SampleText>[];
  /** The query of a sample request. */
  readonly query: readonly Said<SampleText>[];
  readonly parameters: readonly DocumentedParameter[];
  /** Sentences about parameters that are not named. */
  readonly sentences: readonly Said<string>[];
  /** Filters, in their order; those of a list without names have none. */
  readonly filters: readonly DocumentedFilter[];
  readonly roles: readonly Said<string>[];
  readonly permissions: readonly Said<string>[];
  readonly request?: DocumentedBody;
  readonly responses: readonly DocumentedResponse[];
}

/** A name with the value that a sample gives it. */
export interface SampleText {
  readonly name: string;
  readonly value: string;
}

export interface DocumentedParameter extends DocumentedField {
  readonly in: "path" | "query" | "header" | "cookie";
}

export interface DocumentedBody {
  readonly place: Place;
  readonly mediaTypes: readonly Said<string>[];
  readonly fields: readonly DocumentedField[];
  /** The type that it is, by name. */
  readonly type?: string;
  readonly sample?: Said<SourceValue>;
  /** Sentences about fields that are not named, in the order of the fields. */
  readonly sentences: readonly Said<string>[];
}

export interface DocumentedResponse extends DocumentedBody {
  /** Undefined where only the caption is there. */
  readonly status?: Said<string>;
  readonly caption?: Said<string>;
}

export interface DocumentedField {
  /** Keys from the outermost object on, `post`, `url` for `post.url`. */
  readonly path: readonly string[];
  readonly place: Place;
  readonly type: DocumentedShape;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly description?: Said<string>;
  readonly enum?: Said<readonly SourceValue[]>;
  /** An enum whose values are not told apart. */
  readonly gluedEnum?: Said<string>;
  /** What is said of it together with other fields, as it is written. */
  readonly validation?: Said<string>;
  readonly filter?: DocumentedFilter;
}

/** What is said of the type of a value. Undefined members are not said. */
export interface DocumentedShape {
  /** The words that name it, as they are written. */
  readonly words: string;
  /** A type of JSON Schema; undefined where any value will do, or the words say nothing that is known. */
  readonly type?: "array" | "boolean" | "integer" | "number" | "object" | "string";
  readonly isAny: boolean;
  readonly isKnown: boolean;
  readonly nullable: boolean;
  readonly formats: readonly string[];
  readonly items?: DocumentedShape;
  /** Of a map: the type of its values. */
  readonly values?: DocumentedShape;
  /** A type by name. */
  readonly reference?: string;
  /** Keywords with their numbers: lengths, limits. */
  readonly limits: ReadonlyMap<string, number | boolean>;
}

export interface DocumentedFilter {
  readonly place: Place;
  readonly operators: readonly { readonly name: string; readonly negatable: boolean }[];
  /** Whether the filter without an operator can be negated. */
  readonly negatable: boolean;
}

/** A type in a table of its own. */
export interface DocumentedType {
  /** Undefined where the table has no heading. */
  readonly name?: Said<string>;
  readonly place: Place;
  readonly rows: readonly DocumentedRow[];
  /** Where its values stand, as the table has it: `body`, `form`, `query`, `path`. */
  readonly kinds: readonly string[];
}

export interface DocumentedRow {
  /** Undefined where the cell is missing. */
  readonly name?: string;
  readonly place: Place;
  readonly kind: string;
  readonly type: DocumentedShape;
  readonly required: boolean;
  readonly description?: string;
}
