import { checked, type CheckedAnswer } from "./answer.js";
import type { AnyClient } from "./client.js";
import { AbortError, ClientError } from "./errors.js";
import { type Answer, type Draft, exchange } from "./exchange.js";
import { bodyOf, contextOf, draftOf } from "./draft.js";
import type { CallInput, OperationTable } from "./operation-table.js";
import type { Outcome } from "./outcome.js";
import { contentOf } from "./read-body.js";

/** Sends a draft and gives its answer. */
export const send = async (client: AnyClient, table: OperationTable, input: CallInput, draft: Draft): Promise<CheckedAnswer> => {
  const answer = await exchange(client, draft, input, (response) => contentOf(response, table, draft.context));
  return checked(client, table, input, answer, draft.context);
};

/** The input with the files of its form in memory, so that the request can be made again. */
const withFiles = async (client: AnyClient, table: OperationTable, input: CallInput): Promise<CallInput> => {
  const form = input.body === undefined ? undefined : bodyOf(table, input)?.form;
  if (form === undefined) return input;
  const { signal = new AbortController().signal } = input;
  try {
    return { ...input, body: await form.read(input.body, signal) };
  } catch (error) {
    throw signal.aborted ? new AbortError(contextOf(client, table, table.path), signal.reason) : error;
  }
};

/** One request and its answer. Rejects with a ClientError, or with a TypeError for wrong use of the client. */
export const call = async (client: AnyClient, table: OperationTable, input: CallInput = {}): Promise<CheckedAnswer> => {
  const whole = await withFiles(client, table, input);
  return send(client, table, input, draftOf(client, table, whole));
};

/** Options may be left out where none is required. */
export type Rest<Options> = object extends Options ? [options?: Options] : [options: Options];

/** A function that calls an operation, and one that gives its error instead of throwing it. */
export interface Operation<Options, Value, Failure extends ClientError = ClientError, Head extends Headers = Headers> {
  (client: AnyClient, ...options: Rest<Options>): Promise<Value>;
  readonly safe: (client: AnyClient, ...options: Rest<Options>) => Promise<Outcome<Value, Failure, Head>>;
}

/** `run` with its `.safe` form. */
export const withSafe = <Args extends readonly unknown[], Value>(
  run: (...args: Args) => Promise<Answer<Value>>,
): ((...args: Args) => Promise<Value>) & { safe: (...args: Args) => Promise<Outcome<Value>> } =>
  Object.assign(async (...args: Args) => (await run(...args)).value, {
    safe: async (...args: Args): Promise<Outcome<Value>> => {
      try {
        const { value, status, headers } = await run(...args);
        return { ok: true, value, status, headers };
      } catch (error) {
        if (error instanceof ClientError) return { ok: false, error };
        throw error;
      }
    },
  });

/** The function of an operation; its types are said where it is made. */
export const createOperation = <Function_>(table: OperationTable): Function_ =>
  withSafe((client: AnyClient, options?: unknown) => call(client, table, options as CallInput)) as unknown as Function_;
