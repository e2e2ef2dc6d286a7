import type { Issue } from "../../issue.js";
import { ClientError, type ErrorContext } from "../errors.js";

/** The server wrote the item. `value` is what it answered, which a journal does not keep. */
export type BulkWritten<Value> =
  | { readonly status: "written"; readonly value: Value; readonly fromJournal?: undefined }
  | { readonly status: "written"; readonly value: undefined; readonly fromJournal: true };

/** The item was not written: it is not valid and was not sent, or the server refused it (`code: "server"`). */
export interface BulkRejected {
  readonly status: "rejected";
  /** Paths lead from the item. */
  readonly issues: readonly Issue[];
  /** What the server said of the item, as it came. */
  readonly answer?: unknown;
  readonly fromJournal?: true;
}

/** Nobody told whether the item was written. */
export interface BulkUnknown {
  readonly status: "unknown";
  readonly error: ClientError;
  /** `maybe`: the request died after it may have reached the server. `no`: it surely was not carried out. */
  readonly applied: "maybe" | "no";
  readonly fromJournal?: true;
}

/** What became of one item. */
export type BulkItemResult<Value> = BulkWritten<Value> | BulkRejected | BulkUnknown;

/** `results[i]` is that of `items[i]`, and the others count them. */
export interface BulkResult<Value> {
  readonly results: readonly BulkItemResult<Value>[];
  readonly written: number;
  readonly rejected: number;
  readonly unknown: number;
}

/** A result with the index of its item. */
export type BulkIndexed<Value> = { readonly index: number } & BulkItemResult<Value>;

/** A result inside of the run time, which does not know the type of the values. */
export interface Settled {
  readonly index: number;
  readonly result: BulkItemResult<unknown>;
}

/** An item that is to be sent. */
export interface Entry {
  readonly index: number;
  readonly item: unknown;
}

/**
 * The run ended early: `cause` says why. What was done until then stands in `result`; items beyond its end were not sent.
 */
export class BulkError<Value = unknown> extends ClientError {
  override readonly name = "BulkError";
  readonly result: BulkResult<Value>;

  constructor(result: BulkResult<Value>, cause: unknown, context: ErrorContext) {
    const { length } = result.results;
    super(`stopped after ${length} items${cause instanceof ClientError ? `: ${cause.message}` : ""}`, context, { cause });
    this.result = result;
  }
}
