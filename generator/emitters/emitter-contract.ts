import type { JsonValue } from "../code/json-value.js";

/** Something that a module of the package exports; `import` of a module builder makes code of it. */
export interface EmitterSymbol {
  readonly kind: "symbol";
  readonly name: string;
  /** Path of the module below `src/`, without extension. */
  readonly module: string;
  /** It is a type, and no value. */
  readonly isType: boolean;
}

/** A rule between fields. */
export interface EmitterRule {
  /** `atLeastOne`, `exactlyOne`, `requires`, …: the codes of issues about fields. Later versions may know more. */
  readonly kind: string;
  /** "at least one of first_name, last_name is required" */
  readonly sentence: string;
  /** Every field that it speaks about. */
  readonly fields: readonly string[];
}

/** A schema where it is used. */
export interface EmitterSchemaUse {
  /** Where it stands in the bundled description, as a JSON Pointer. */
  readonly pointer: string;
  /** As the description has it: JSON Schema in the words of the description's version, references local (`#/…`). */
  readonly schema: JsonValue;
  /** The type of its values, where the package has a name for it. */
  readonly type?: EmitterSymbol;
}

/** A schema with a module of its own. */
export interface EmitterSchema extends EmitterSchemaUse {
  /** The name in `components/schemas`; absent for what stands in an operation. */
  readonly component?: string;
  readonly type: EmitterSymbol;
  /** `isX(value)`, `validateX(value)`, `XSchema` with the Standard Schema interface, and `XJsonSchema`. */
  readonly is?: EmitterSymbol;
  readonly validate?: EmitterSymbol;
  readonly standard?: EmitterSymbol;
  readonly jsonSchema?: EmitterSymbol;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly rules: readonly EmitterRule[];
}

export interface EmitterParameter extends EmitterSchemaUse {
  readonly name: string;
  readonly in: "query" | "querystring" | "path" | "header" | "cookie";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
}

export interface EmitterMediaType {
  readonly mediaType: string;
  readonly schema?: EmitterSchemaUse;
  /** Of each item, where items follow one another. */
  readonly itemSchema?: EmitterSchemaUse;
}

export interface EmitterRequestBody {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly EmitterMediaType[];
}

export interface EmitterResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly headers: readonly string[];
  readonly content: readonly EmitterMediaType[];
}

/** A field of a list by which it can be filtered. */
export interface EmitterFilter {
  readonly field: string;
  readonly description?: string;
  readonly operators: readonly EmitterFilterOperator[];
  /** The union of the names of its parameters. */
  readonly parameterType?: EmitterSymbol;
}

export interface EmitterFilterOperator {
  /** `equals`, `icontains`, … */
  readonly name: string;
  /** What it takes: a value of the field, several, any text, or a type of its own. */
  readonly takes: "value" | "list" | "text" | "boolean" | "integer" | "number";
  /** The parameters that ask for it, and for its opposite. */
  readonly parameter?: string;
  readonly negatedParameter?: string;
}

/** What there is of the query of an operation, where it has one. */
export interface EmitterQuery {
  readonly type?: EmitterSymbol;
  readonly validate?: EmitterSymbol;
  readonly where?: EmitterSymbol;
  readonly readWhere?: EmitterSymbol;
  readonly writeWhere?: EmitterSymbol;
  readonly orderByType?: EmitterSymbol;
  readonly rules: readonly EmitterRule[];
}

export interface EmitterOperation {
  /** The operationId, or what stands for it. */
  readonly id: string;
  /** `get`; methods that only the description knows as they are sent. */
  readonly method: string;
  /** `/pets/{id}` */
  readonly path: string;
  readonly pointer: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /**
   * The function: `(client, options) => Promise<result>`, and `call.safe`, which gives errors as values. That of a bulk operation takes
   * `(client, items, options)`, and has the one request as `call.once`.
   */
  readonly call: EmitterSymbol;
  readonly isBulk: boolean;
  /** The type of its options; of a bulk operation, those of `call.once`. */
  readonly options: EmitterSymbol;
  /** Can it be called without options? */
  readonly areOptionsOptional: boolean;
  /** The type of what it throws. */
  readonly error: EmitterSymbol;
  /** `(client, options?) => AsyncIterable<item>`, where there are pages, or items that come one by one. */
  readonly paginate?: EmitterSymbol;
  readonly stream?: EmitterSymbol;
  readonly readHeaders?: EmitterSymbol;
  readonly query?: EmitterQuery;
  readonly parameters: readonly EmitterParameter[];
  readonly filters: readonly EmitterFilter[];
  readonly orderBy?: { readonly parameter: string; readonly values: readonly string[]; readonly isList: boolean };
  /** The parameters that are the page, its size, or the cursor. */
  readonly pagination?: { readonly page?: string; readonly size?: string; readonly cursor?: string };
  readonly requestBody?: EmitterRequestBody;
  readonly responses: readonly EmitterResponse[];
  /** Alternatives, each of which names schemes that it needs together. */
  readonly security: readonly (readonly string[])[];
}

export interface EmitterServer {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
}

/** What calls take. */
export interface EmitterClient {
  readonly createClient: EmitterSymbol;
  /** The type of a client, `ApiClient`, which shows values as the package does by default. */
  readonly type: EmitterSymbol;
}

/**
 * All that an emitter is told of one API (emitter API 1): plain data, frozen, the same for the same description. Lists are in the order
 * of the description. Members are added within a version, and none is changed or removed. Texts are those of the description, which
 * nobody has to trust: in code they are literals.
 */
export interface EmitterContract {
  readonly apiVersion: 1;
  /** The name of the package that is generated. */
  readonly packageName: string;
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly servers: readonly EmitterServer[];
  /** Absent where the API has no operations. */
  readonly client?: EmitterClient;
  readonly operations: readonly EmitterOperation[];
  readonly schemas: readonly EmitterSchema[];
  /** Names in `components/securitySchemes`, with their types. */
  readonly securitySchemes: readonly { readonly name: string; readonly type: string }[];
}
