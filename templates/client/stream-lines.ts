import type { Issue, Result } from "../issue.js";
import { type StreamItem, validateStream } from "../stream.js";
import { bodyChunks } from "./body-chunks.js";
import { ApiClient, type ClientState } from "./client.js";
import { NetworkError, ValidationError } from "./errors.js";
import { type Draft, exchange } from "./exchange.js";
import { type CallInput, draftOf, type OperationTable, type Validate } from "./operation.js";
import { isJsonAnswer } from "./read-body.js";

/** A line that is no item: broken JSON, bad UTF-8, or in strict mode an item that breaks the description. */
export interface BrokenLine {
  /** From 1. */
  readonly line: number;
  /** Of the items, from 0. */
  readonly index: number;
  readonly issues: readonly Issue[];
}

export interface StreamLinesOptions {
  /** Told of each line that is no item. Where it is left out, the stream ends with a ValidationError after all other items. */
  readonly onBrokenLine?: ((broken: BrokenLine) => void) | undefined;
  /** The longest line, in UTF-16 code units: 1,048,576 unless told otherwise. */
  readonly maxLineLength?: number | undefined;
}

/** The parameter that switches an answer to JSON Lines, and what it is set to. */
export interface StreamSwitch {
  readonly parameter: string;
  readonly value: string | number | boolean;
}

const accept = "application/x-ndjson, application/jsonl, text/jsonl, application/json;q=0.9";

/** The same request, for lines. */
const draftOfLines = (client: ApiClient, table: OperationTable, { parameter, value }: StreamSwitch, input: CallInput): Draft => {
  const draft = draftOf(client, table, { ...input, query: { ...input.query, [parameter]: value } });
  return { ...draft, headers: [...draft.headers.filter(([name]) => name !== "accept"), ["accept", accept]] };
};

/** How an item is looked at: not at all, with a warning, or strictly. */
const itemCheck = ({ validate: standard = "off", onWarning }: ClientState, table: OperationTable, validate: Validate, { validate: mode = standard }: CallInput): Validate => {
  if (mode === "off") return (value): Result<unknown> => ({ value });
  if (mode === "strict") return validate;
  return (value) => {
    const { issues } = validate(value);
    if (issues !== undefined) onWarning?.({ operation: table.id, status: 200, issues });
    return { value };
  };
};

/** Whoever knows no lines answers with one array, in a body of its own or as the first line. */
async function* itemsOfArray(response: Response, check: Validate): AsyncGenerator<StreamItem<unknown>, void, undefined> {
  const value: unknown = await response.json();
  yield* validateStream(check, iterated(Array.isArray(value) ? value : [value]), { input: "items" });
}

async function* iterated(values: readonly unknown[]): AsyncGenerator<unknown, void, undefined> {
  yield* values;
}

async function* itemsOf(lines: AsyncIterable<StreamItem<unknown>>, check: Validate, fail: (broken: BrokenLine) => void): AsyncGenerator<unknown, void, undefined> {
  for await (const { line, index, ...item } of lines) {
    if (item.issues !== undefined) fail({ line, index, issues: item.issues });
    else if (!Array.isArray(item.value)) yield item.value;
    else yield* itemsOf(validateStream(check, iterated(item.value), { input: "items" }), check, fail);
  }
}

/** More are no help in an error. */
const kept = 100;

const told = ({ line, index, issues }: BrokenLine): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, path: [index, ...issue.path], message: `line ${line}: ${issue.message}` }));

/**
 * The items of an answer in JSON Lines, as they come. Leaving the loop cancels the request. Rejects like a call, and where the
 * answer breaks off.
 */
export async function* streamLines<Item>(
  client: ApiClient,
  table: OperationTable,
  on: StreamSwitch,
  validate: Validate,
  input: CallInput & StreamLinesOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const { onBrokenLine, maxLineLength, ...options } = input;
  const state = ApiClient.stateOf(client);
  const draft = draftOfLines(client, table, on, options);
  const check = itemCheck(state, table, validate, options);
  // an array of its own is no item, so it is looked at when it is taken apart
  const lineCheck: Validate = (value) => (Array.isArray(value) ? { value } : check(value));
  const { value: response } = await exchange(client, draft, options, (answer) => Promise.resolve(answer));
  if (response.body === null) return;
  const broken: Issue[] = [];
  const fail = onBrokenLine ?? ((one: BrokenLine): void => void (broken.length < kept && broken.push(...told(one))));
  const chunks = bodyChunks(response.body, [options.signal, state.signal], draft.context);
  const lines = isJsonAnswer(response.headers)
    ? itemsOfArray(new Response(await collected(chunks)), check)
    : validateStream(lineCheck, chunks, { input: "lines", ...(maxLineLength === undefined ? {} : { maxLineLength }) });
  try {
    yield* itemsOf(lines, check, fail) as AsyncGenerator<Item, void, undefined>;
  } catch (error) {
    throw error instanceof SyntaxError ? new NetworkError("the answer is not valid JSON", draft.context) : error;
  }
  if (broken.length > 0) throw new ValidationError("response", broken, draft.context);
}

const collected = async (chunks: AsyncIterable<Uint8Array>): Promise<Blob> => {
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
  return new Blob(parts);
};
