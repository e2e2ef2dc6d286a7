import type { Directions } from "./directions.js";
import type { FilterExpression, FilterSet } from "./filter.js";
import type { Schema } from "./schema.js";
import type { Evidence } from "../rules/evidence.js";
import type { Rule } from "../rules/index.js";
import type { Pointer } from "../source/pointer.js";
import type { SourceObject } from "../source/value.js";

/** All that is known of one API. Everything that is generated, explained or compared is read from here. */
export interface Contract {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** `components/schemas`, in document order. */
  readonly schemas: readonly NamedSchema[];
  /** Every schema that stands in the document, by its pointer. */
  readonly schemaAt: ReadonlyMap<Pointer, Schema>;
  readonly operations: readonly Operation[];
  /** What the API sends, in document order: webhooks first. */
  readonly incoming: readonly Incoming[];
  /** Keywords that were read into a rule, for tools that must not see them twice. */
  readonly consumed: readonly Pointer[];
  readonly directions: Directions;
  /** The same where `required` depends on it; elsewhere nothing goes any way. */
  readonly demands: Directions;
  /** The bundled document, for the one emitter that hands it to another tool. */
  readonly document: SourceObject;
}

export interface NamedSchema {
  readonly name: string;
  readonly schema: Schema;
}

export interface Server {
  readonly url: string;
  /** Tells it from the others (OpenAPI 3.2 §4.6). */
  readonly name?: string;
  readonly description?: string;
  readonly variables: readonly { readonly name: string; readonly values: readonly string[]; readonly default: string }[];
}

export interface SecurityScheme {
  readonly name: string;
  readonly pointer: Pointer;
  readonly type: string;
  readonly in?: string;
  readonly parameterName?: string;
  readonly scheme?: string;
  readonly description?: string;
}

/** One alternative of `security`: all of the named schemes together. */
export type SecurityRequirement = readonly { readonly scheme: string; readonly scopes: readonly string[] }[];

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: Pointer;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** Its own, or those of its path, in place of the document's; none where it has none. */
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
  /** All parameters, path-level ones included, in document order; filter parameters as they are written. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly Response[];
  readonly filters?: FilterSet;
  readonly filterExpressions: readonly FilterExpression[];
  readonly orderBy?: OrderBy;
  /** `x-query-rules`, over the query as an object. */
  readonly queryRules: readonly Rule[];
  /** The sentences that they were lifted from (`x-evidence`). */
  readonly evidence: readonly Evidence[];
  readonly pagination?: Pagination;
  readonly stream?: Stream;
  readonly bulk?: Bulk;
}

/** A request that the API makes of its user (OpenAPI 3.1 §4.8.1 and §4.8.18). */
export interface Incoming {
  readonly kind: "webhook" | "callback";
  /** The name of the webhook or of the callback. */
  readonly name: string;
  /** The operation that a callback belongs to. */
  readonly operation?: string;
  readonly method: string;
  readonly pointer: Pointer;
  readonly requestBody?: RequestBody;
  /** What its user answers. */
  readonly responses: readonly Response[];
}

export interface Parameter {
  readonly name: string;
  /** `querystring` is the query as a whole (OpenAPI 3.2 §4.12). */
  readonly in: "query" | "querystring" | "path" | "header" | "cookie";
  readonly pointer: Pointer;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Described by `content` instead of `schema`: the value stands there as JSON. */
  readonly json: boolean;
  /** What it is described by, where that is `content`. */
  readonly content?: MediaType;
}

export interface RequestBody {
  readonly pointer: Pointer;
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaType[];
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly pointer: Pointer;
  readonly description?: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
}

/** A header of a response (OpenAPI 3.1 §4.8.21), whose style is always `simple`. */
export interface Header {
  readonly name: string;
  readonly pointer: Pointer;
  readonly description?: string;
  readonly schema: Schema;
  readonly explode: boolean;
  /** What it is described by, where that is `content`. */
  readonly content?: MediaType;
}

export interface MediaType {
  readonly mediaType: string;
  readonly pointer: Pointer;
  readonly schema?: Schema;
  /** Each item of a media type whose items follow one another (OpenAPI 3.2 §4.14.1). */
  readonly itemSchema?: Schema;
  /** How single fields of a form are written, by name. */
  readonly encoding?: ReadonlyMap<string, Encoding>;
}

/** An Encoding Object (OpenAPI 3.1 §4.8.15), as far as it is written. */
export interface Encoding {
  readonly pointer: Pointer;
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** The parameter that takes the order, with every value it may have. */
export interface OrderBy {
  readonly parameter: string;
  readonly values: readonly string[];
  readonly list: boolean;
}

export interface Pagination {
  readonly page?: string;
  readonly size?: string;
  readonly cursor?: string;
}

export interface Stream {
  readonly parameter: string;
  readonly value: boolean | string | number;
}

/** How a result says that its item failed; pointers lead from the result. */
export interface BulkFailures {
  readonly failed?: Pointer;
  readonly errors?: { readonly list: Pointer; readonly field?: string; readonly code?: string; readonly message?: string };
}

export interface Bulk extends BulkFailures {
  /** JSON Pointer from the request body to the array of items. */
  readonly request: Pointer;
  readonly response: Pointer;
  readonly match: "position" | { readonly requestItem: Pointer; readonly responseItem: Pointer };
  /** The array schema that holds the items. */
  readonly items: Schema;
}
