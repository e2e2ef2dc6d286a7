import { type AnyClient, ApiClient } from "../client.js";
import type { ErrorContext } from "../errors.js";
import { draftOf } from "../draft.js";
import type { OperationTable } from "../operation-table.js";
import { watch } from "../timing.js";
import { type Ledger, openLedger } from "./ledger.js";
import { type BulkOptions, limitsOf } from "./options.js";
import { withValueAt } from "./place.js";
import type { BulkItemResult } from "./result.js";
import type { BulkTable } from "./table.js";

/** A bulk operation as the run time sees it. */
export interface BulkOperationTable {
  readonly operation: OperationTable;
  readonly bulk: BulkTable;
}

/** The options of a call, parameters of the operation and other members of the body among them. */
export type BulkInput = BulkOptions & { readonly body?: unknown };

/** For `retryFailed`: the result that an item keeps, undefined for one that is sent. */
export type Keep = (index: number) => BulkItemResult<unknown> | undefined;

/** One bulk write while it goes on. */
export interface Run {
  readonly client: AnyClient;
  /** Its body is not validated once more: the items are. */
  readonly operation: OperationTable;
  readonly bulk: BulkTable;
  readonly input: BulkInput;
  readonly chunkSize: number;
  readonly concurrency: number;
  readonly context: ErrorContext;
  readonly ledger: Ledger | undefined;
  readonly keep: Keep | undefined;
  /** Ends what goes on. */
  readonly signal: AbortSignal;
  /** Nothing more is read or sent; the first cause counts. */
  readonly stop: (cause: unknown) => void;
  /** Why it was stopped. */
  readonly cause: () => { readonly cause: unknown } | undefined;
  readonly countBytes: (bytes: number) => void;
  readonly bytes: () => number;
  /** Requests that still go on are ended, and nothing stays behind. */
  readonly release: () => void;
}

const withoutBodyCheck = ({ body, ...operation }: OperationTable): OperationTable => {
  if (body === undefined) return operation;
  const { validate: _, ...rest } = body;
  return { ...operation, body: rest };
};

/** Begins a run. Rejects with what is wrong with the options and the journal, before anything is read or sent. */
export const startRun = async (client: AnyClient, table: BulkOperationTable, input: BulkInput, keep?: Keep): Promise<Run> => {
  const { bulk } = table;
  const operation = withoutBodyCheck(table.operation);
  const limits = limitsOf(input, bulk.maxItems);
  const { context } = draftOf(client, operation, { ...input, validate: undefined, body: withValueAt(input.body, bulk.request, []) });
  const ledger = input.journal === undefined ? undefined : await openLedger(input.journal, operation.id);
  const left = new AbortController();
  const total = watch([input.signal, ApiClient.stateOf(client).signal, left.signal], Infinity);
  let stopped: { readonly cause: unknown } | undefined;
  let bytes = 0;
  return {
    ...{ client, operation, bulk, input, context, ledger, keep, ...limits },
    signal: total.signal ?? left.signal,
    stop: (cause) => void (stopped ??= { cause }),
    cause: () => stopped,
    countBytes: (more) => void (bytes += more),
    bytes: () => bytes,
    release: () => {
      left.abort();
      total.release();
    },
  };
};
