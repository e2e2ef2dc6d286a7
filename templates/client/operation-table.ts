import type { Issue, Report, Result, ValidateOptions } from "../issue.js";
import type { CallOptions } from "./exchange.js";
import type { Members, ParameterTable } from "./parameters.js";
import type { Wire, WireQuery } from "./wire/conversion.js";

/** What the platform sends as it is. */
export type RawBody = string | Blob | FormData | URLSearchParams | Uint8Array<ArrayBuffer> | ArrayBuffer;

export type Validate = (value: unknown, options?: ValidateOptions) => Result<unknown>;

/** The filters of an operation: its `where`, as a flat query and as text. */
export interface QueryTable {
  /** Validates the flat query. */
  readonly validate: Validate;
  /** The filters in a `where`, by wire name. Throws a TypeError for one that the operation lacks. */
  readonly flatten?: (where: object) => Members;
  /** Filter parameters of a flat query as encoded pairs. */
  readonly write?: (query: Members) => readonly string[];
  /** Wire names of what the options of the call name otherwise. */
  readonly renamed?: Readonly<Record<string, string>>;
  readonly wire?: WireQuery;
}

/** A form as bodies use it (templates/client/form-body.ts); an operation without one does not bring what writes it. */
export interface BodyForm {
  /** The value with its files in memory. */
  readonly read: (value: unknown, signal: AbortSignal) => Promise<unknown>;
  /** What is wrong with it, by a validator that knows no files. */
  readonly check: (value: unknown, validate: Validate | undefined) => readonly Issue[];
  /** Undefined for what the platform sends as it is. */
  readonly write: (value: unknown, mediaType: string) => { readonly body: RawBody; readonly contentType: string | undefined };
}

export interface BodyTable {
  readonly mediaType: string;
  readonly required: boolean;
  /** Otherwise the body is sent as it is. */
  readonly json?: true;
  /** The media type for JSON Lines, where the operation takes them as well. */
  readonly lines?: string;
  readonly validate?: Validate;
  readonly wire?: Wire;
  /** The body has fields, which are written as those of a form. */
  readonly form?: BodyForm;
  /** Makes what `JSON.stringify` writes what the server reads. */
  readonly escape?: (json: string) => string;
  /** What it can be instead, by media type. */
  readonly others?: Readonly<Record<string, BodyTable>>;
}

export interface AnswerTable {
  readonly validate?: Validate;
  readonly wire?: Wire;
  /** The answer is an array: in JSON Lines, each line is an item of it. */
  readonly list?: true;
  /** An answer that names no media type is read as octets. */
  readonly octets?: true;
}

/** All that the run time has to know of an operation. */
export interface OperationTable {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Where the operation is, if not where the client's others are. */
  readonly server?: string;
  readonly parameters?: readonly ParameterTable[];
  /** Tells what is wrong with the parameters beside the query, by the names of their options. */
  readonly check?: Report;
  readonly query?: QueryTable;
  readonly body?: BodyTable;
  /** What answers are asked for: `application/json`. */
  readonly accept?: string;
  /** The other media types that a call may ask for. */
  readonly accepts?: readonly string[];
  /** Successful answers by status: `200`, `2XX`, `default`. */
  readonly answers?: Readonly<Record<string, AnswerTable>>;
  readonly security: readonly (readonly string[])[];
}

/** The options of a call as the run time sees them; each operation types its own. */
export interface CallInput extends CallOptions {
  readonly where?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}
