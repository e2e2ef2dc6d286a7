import type { CallOptions } from "../exchange.js";

/** An array, or anything that gives items one by one. */
export type BulkItems<Item> = Iterable<Item> | AsyncIterable<Item>;

export interface BulkProgress {
  /** Items whose result is known. */
  readonly done: number;
  /** Of all items, where they are an array. */
  readonly total?: number;
  /** Items that are not valid, or that the server refused. */
  readonly rejected: number;
  /** Sent bodies. */
  readonly bytes: number;
}

/**
 * Keeps what was sent and answered, so that a run that was killed goes on where it was. Lines are only ever added, one after
 * the other; a line that was cut off by the end of the process does no harm.
 */
export interface BulkJournal {
  /** The lines so far, without their ends. */
  readonly read: () => AsyncIterable<string> | Iterable<string>;
  /** The line is kept when this is done: nothing is sent before. */
  readonly append: (line: string) => Promise<void> | void;
}

/** How many items are sent at once, and what becomes of those that fail. */
export interface BulkOptions extends Omit<CallOptions, "validate"> {
  /** Items of one request: 100 unless told otherwise, and never more than the description allows. */
  readonly chunkSize?: number | undefined;
  /** Requests at the same time: 2 unless told otherwise. No more than this many chunks are read ahead. */
  readonly concurrency?: number | undefined;
  /** After each chunk. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** `off` sends items as they are. */
  readonly validate?: "items" | "off" | undefined;
  /** Sends the others again where the server refused a whole chunk for one item: yes unless told otherwise. */
  readonly isolate?: boolean | undefined;
  readonly journal?: BulkJournal | undefined;
  /** What becomes of items that the journal knows to be sent, but not answered: `report` gives them as unknown, the default. */
  readonly resume?: "report" | "resend" | undefined;
}

export interface RetryFailedOptions {
  /** What is sent again: `unknown` unless told otherwise. */
  readonly which?: "unknown" | "rejected" | "both" | undefined;
}

const wholeNumber = (value: number | undefined, name: string, standard: number): number => {
  if (value === undefined) return standard;
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number of at least 1`);
  return value;
};

/** Throws a RangeError for numbers that make no sense. */
export const limitsOf = ({ chunkSize, concurrency }: BulkOptions, maxItems: number = Infinity): { readonly chunkSize: number; readonly concurrency: number } => ({
  chunkSize: Math.max(1, Math.min(wholeNumber(chunkSize, "chunkSize", 100), maxItems)),
  concurrency: wholeNumber(concurrency, "concurrency", 2),
});
