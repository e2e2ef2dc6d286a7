import type { Issue } from "../issue.js";
import { JournalMismatch } from "./bulk/journal-lines.js";
import { createIntake } from "./bulk/intake.js";
import { settle } from "./bulk/flow.js";
import type { BulkItems, BulkOptions, RetryFailedOptions } from "./bulk/options.js";
import { createTally } from "./bulk/tally.js";
import { BulkError, type BulkIndexed, type BulkItemResult, type BulkResult, type Settled } from "./bulk/result.js";
import { type BulkInput, type BulkOperationTable, type Keep, type Run, startRun } from "./bulk/run.js";
import type { BulkTable } from "./bulk/table.js";
import type { ApiClient } from "./client.js";
import { ClientError } from "./errors.js";
import { createOperation, type Operation, type OperationTable, type Rest } from "./operation.js";

/** A function that writes any number of items, and its other forms. */
export interface BulkOperation<Item, Value, Options, Once> {
  /** Rejects with a `BulkError` where it ends early; its `result` holds what was done until then. */
  (client: ApiClient, items: BulkItems<Item>, ...options: Rest<Options>): Promise<BulkResult<Value>>;
  /** The results one by one, in the order of the items, with bounded memory. Leaving the loop ends what goes on. */
  readonly stream: (client: ApiClient, items: BulkItems<Item>, ...options: Rest<Options>) => AsyncGenerator<BulkIndexed<Value>, void, undefined>;
  /** Sends items of an earlier result again, by default those of which nobody knows, and gives the results of all. */
  readonly retryFailed: (client: ApiClient, items: BulkItems<Item>, result: BulkResult<Value>, ...options: Rest<Options & RetryFailedOptions>) => Promise<BulkResult<Value>>;
  /** One request, as the description has it. */
  readonly once: Once;
}

type Sends = (result: BulkItemResult<unknown>) => boolean;

const sends: Readonly<Record<NonNullable<RetryFailedOptions["which"]>, Sends>> = {
  unknown: ({ status }) => status === "unknown",
  rejected: ({ status }) => status === "rejected",
  both: ({ status }) => status !== "written",
};

/** What the result lacks was not reached, so it is sent in any case. */
const keepOf = ({ results }: BulkResult<unknown>, { which = "unknown" }: RetryFailedOptions): Keep => {
  const isSent = sends[which];
  return (index) => {
    const result = results[index];
    return result === undefined || isSent(result) ? undefined : result;
  };
};

async function* batchesOf(run: Run, table: BulkOperationTable, items: BulkItems<unknown>, ordered: boolean): AsyncGenerator<readonly Settled[], void, undefined> {
  const validate = table.operation.body?.validate;
  const body = validate === undefined ? undefined : (value: unknown): readonly Issue[] => validate(value).issues ?? [];
  const count = createTally(run, Array.isArray(items) ? items.length : undefined);
  for await (const batch of settle(run, items, createIntake(run, body), ordered)) {
    count(batch);
    yield batch;
  }
}

const collect = async (run: Run, table: BulkOperationTable, items: BulkItems<unknown>): Promise<BulkResult<unknown>> => {
  const results: BulkItemResult<unknown>[] = [];
  const counts = { written: 0, rejected: 0, unknown: 0 };
  for await (const batch of batchesOf(run, table, items, false))
    for (const { index, result } of batch) {
      results[index] = result;
      counts[result.status] += 1;
    }
  const stopped = run.cause();
  if (stopped === undefined) return { results, ...counts };
  if (stopped.cause instanceof JournalMismatch) throw stopped.cause;
  throw new BulkError({ results, ...counts }, stopped.cause, run.context);
};

async function* streamed(run: Run, table: BulkOperationTable, items: BulkItems<unknown>): AsyncGenerator<BulkIndexed<unknown>, void, undefined> {
  for await (const batch of batchesOf(run, table, items, true)) for (const { index, result } of batch) yield { index, ...result };
  const stopped = run.cause();
  if (stopped !== undefined) throw stopped.cause;
}

const stream = async function* (client: ApiClient, table: BulkOperationTable, items: BulkItems<unknown>, input: BulkInput): AsyncGenerator<BulkIndexed<unknown>, void, undefined> {
  yield* streamed(await startRun(client, table, input), table, items);
};

/** The function of a bulk operation; its types are said where it is made. */
export const createBulkOperation = <Item, Value, Options extends BulkOptions, Once>(operation: OperationTable, bulk: BulkTable): BulkOperation<Item, Value, Options, Once> => {
  const table: BulkOperationTable = { operation, bulk };
  const write = async (client: ApiClient, items: BulkItems<unknown>, input: BulkInput = {}): Promise<BulkResult<unknown>> =>
    collect(await startRun(client, table, input), table, items);
  const forms = {
    stream: (client: ApiClient, items: BulkItems<unknown>, input: BulkInput = {}) => stream(client, table, items, input),
    retryFailed: async (client: ApiClient, items: BulkItems<unknown>, result: BulkResult<unknown>, input: BulkInput & RetryFailedOptions = {}) =>
      collect(await startRun(client, table, input, keepOf(result, input)), table, items),
    once: createOperation(operation) as Operation<unknown, unknown, ClientError>,
  };
  return Object.assign(write, forms) as unknown as BulkOperation<Item, Value, Options, Once>;
};
