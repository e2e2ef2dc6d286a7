import type { Issue } from "../issue.js";
import { JournalMismatch } from "./bulk/journal-lines.js";
import { createIntake } from "./bulk/intake.js";
import { settle } from "./bulk/flow.js";
import type { BulkItems, RetryFailedOptions } from "./bulk/options.js";
import { createTally } from "./bulk/tally.js";
import { BulkError, type BulkIndexed, type BulkItemResult, type BulkResult, type Settled } from "./bulk/result.js";
import { type BulkInput, type BulkOperationTable, type Keep, type Run, startRun } from "./bulk/run.js";
import type { BulkTable } from "./bulk/table.js";
import type { AnyClient, ApiClient } from "./client.js";
import { ClientError } from "./errors.js";
import { createOperation, type Rest } from "./operation.js";
import type { OperationTable } from "./operation-table.js";
import type { Decoded, Encodable } from "./wire/decoded.js";
import type { AnyRepresentation } from "./wire/representation.js";

/** The result, or why there is none: a `BulkError` has what was done until then. */
export type BulkOutcome<Value> = { readonly ok: true; readonly value: BulkResult<Value>; readonly error?: undefined } | { readonly ok: false; readonly error: ClientError | BulkError<Value> };

/** A function that writes any number of items, and its other forms. The codecs tell where an item and a value have formats. */
export interface BulkOperation<Item, Value, Options, Once, ItemCodec = unknown, ValueCodec = unknown> {
  /** Rejects with a `BulkError` where it ends early; its `result` holds what was done until then. */
  <Shown extends AnyRepresentation>(
    client: ApiClient<Shown>,
    items: BulkItems<Encodable<Item, ItemCodec, Shown>>,
    ...options: Rest<Options>
  ): Promise<BulkResult<Decoded<Value, ValueCodec, Shown>>>;
  /** The same, with its error instead of a rejection. */
  readonly safe: <Shown extends AnyRepresentation>(
    client: ApiClient<Shown>,
    items: BulkItems<Encodable<Item, ItemCodec, Shown>>,
    ...options: Rest<Options>
  ) => Promise<BulkOutcome<Decoded<Value, ValueCodec, Shown>>>;
  /** The results one by one, in the order of the items, with bounded memory. Leaving the loop ends what goes on. */
  readonly stream: <Shown extends AnyRepresentation>(
    client: ApiClient<Shown>,
    items: BulkItems<Encodable<Item, ItemCodec, Shown>>,
    ...options: Rest<Options>
  ) => AsyncGenerator<BulkIndexed<Decoded<Value, ValueCodec, Shown>>, void, undefined>;
  /** Sends items of an earlier result again, by default those of which nobody knows, and gives the results of all. */
  readonly retryFailed: <Shown extends AnyRepresentation>(
    client: ApiClient<Shown>,
    items: BulkItems<Encodable<Item, ItemCodec, Shown>>,
    result: BulkResult<Decoded<Value, ValueCodec, Shown>>,
    ...options: Rest<Options & RetryFailedOptions>
  ) => Promise<BulkResult<Decoded<Value, ValueCodec, Shown>>>;
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

const stream = async function* (client: AnyClient, table: BulkOperationTable, items: BulkItems<unknown>, input: BulkInput): AsyncGenerator<BulkIndexed<unknown>, void, undefined> {
  yield* streamed(await startRun(client, table, input), table, items);
};

/** The function of a bulk operation; its types are said where it is made. */
export const createBulkOperation = <Function_>(operation: OperationTable, bulk: BulkTable): Function_ => {
  const table: BulkOperationTable = { operation, bulk };
  const write = async (client: AnyClient, items: BulkItems<unknown>, input: BulkInput = {}): Promise<BulkResult<unknown>> =>
    collect(await startRun(client, table, input), table, items);
  const forms = {
    safe: async (client: AnyClient, items: BulkItems<unknown>, input: BulkInput = {}): Promise<BulkOutcome<unknown>> => {
      try {
        return { ok: true, value: await write(client, items, input) };
      } catch (error) {
        if (error instanceof ClientError) return { ok: false, error };
        throw error;
      }
    },
    stream: (client: AnyClient, items: BulkItems<unknown>, input: BulkInput = {}) => stream(client, table, items, input),
    retryFailed: async (client: AnyClient, items: BulkItems<unknown>, result: BulkResult<unknown>, input: BulkInput & RetryFailedOptions = {}) =>
      collect(await startRun(client, table, input, keepOf(result, input)), table, items),
    once: createOperation(operation),
  };
  return Object.assign(write, forms) as unknown as Function_;
};
