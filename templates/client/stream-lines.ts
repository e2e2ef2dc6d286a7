import type { Issue, Result, ValidateOptions } from "../issue.js";
import { type StreamItem, validateStream } from "../stream.js";
import { answerTable, warn } from "./answer.js";
import { usualTimeout } from "./attempt.js";
import { bodyChunks, type BodyLimits } from "./body-chunks.js";
import { type AnyClient, ApiClient } from "./client.js";
import { draftOf } from "./draft.js";
import { NetworkError, ValidationError } from "./errors.js";
import { type Draft, exchange } from "./exchange.js";
import type { AnswerTable, CallInput, OperationTable, Validate } from "./operation-table.js";
import { isJsonAnswer } from "./read-body.js";
import type { Converted } from "./wire/conversion.js";

type LineCheck = (value: unknown, options?: ValidateOptions, text?: string) => Result<unknown>;

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

/** What makes an answer come item by item. */
export interface StreamSwitch {
  /** A parameter of the query, and what it is set to. */
  readonly parameter?: string;
  readonly value?: string | number | boolean;
  /** The media type that is asked for; JSON Lines under its names unless told otherwise. */
  readonly accept?: string;
  /** Makes lines of JSON of an answer whose items are set apart otherwise. */
  readonly frames?: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<string>;
}

const accept = "application/x-ndjson, application/jsonl, text/jsonl, application/json;q=0.9";

/** The same request, for lines. */
const draftOfLines = (client: AnyClient, table: OperationTable, on: StreamSwitch, input: CallInput): Draft => {
  const draft = draftOf(client, table, on.parameter === undefined ? input : { ...input, query: { ...input.query, [on.parameter]: on.value } });
  return { ...draft, headers: [...draft.headers.filter(([name]) => name !== "accept"), ["accept", on.accept ?? accept]] };
};

/** Items that came as one array, as they stood on the wire and as the program sees them. */
class List {
  readonly values: readonly unknown[];
  readonly decoded: readonly unknown[];

  constructor(values: readonly unknown[], decoded: readonly unknown[]) {
    this.values = values;
    this.decoded = decoded;
  }
}

/** How items are looked at: not at all, with a warning, or strictly. And how the program sees them. */
interface ItemReader {
  readonly check: Validate;
  readonly decode: (value: unknown, text: string | undefined) => Result<unknown>;
  readonly decodeList: (values: readonly unknown[], text: string | undefined) => List;
}

const itemReader = (client: AnyClient, table: OperationTable, item: AnswerTable, input: CallInput): ItemReader => {
  const { representation } = ApiClient.stateOf(client);
  const mode = input.validate ?? ApiClient.stateOf(client).validate ?? "off";
  const told = (value: unknown, issues: readonly Issue[] | undefined): Result<unknown> => {
    if (issues === undefined || issues.length === 0) return { value };
    if (mode === "strict") return { issues };
    warn(client, table, 200, issues);
    return { value };
  };
  const decoded = (value: unknown, text?: string): Converted => item.wire?.decode(value, representation, text) ?? { value, issues: [] };
  return {
    check: (value) => (mode === "off" ? { value } : told(value, item.validate?.(value).issues)),
    decode: (value, text) => {
      const made = decoded(value, text);
      return told(made.value, made.issues);
    },
    // the items share one text, so what reads it again has to be that of the array
    decodeList: (values, text) => {
      const list = answerTable(table, 200)?.wire?.decode(values, representation, text).value;
      return new List(values, Array.isArray(list) ? list : values.map((value) => decoded(value).value));
    },
  };
};

/** What is found on a line, or where an answer is one array. */
const lineCheck =
  ({ check, decode, decodeList }: ItemReader): LineCheck =>
  (value, options, text) => {
    if (Array.isArray(value)) return { value: decodeList(value, text) };
    const { issues } = check(value, options);
    return issues === undefined ? decode(value, text) : { issues };
  };

/** Whoever knows no lines answers with one array, in a body of its own or as the first line. */
function* itemsOfList({ values, decoded }: List, { check }: ItemReader): Generator<StreamItem<unknown>, void, undefined> {
  for (let index = 0; index < values.length; index++) {
    const { issues } = check(values[index]);
    yield issues === undefined ? { line: index + 1, index, value: decoded[index] } : { line: index + 1, index, issues };
  }
}

async function* itemsOf(lines: AsyncIterable<StreamItem<unknown>> | Iterable<StreamItem<unknown>>, reader: ItemReader, fail: (broken: BrokenLine) => void): AsyncGenerator<unknown, void, undefined> {
  for await (const { line, index, ...item } of lines) {
    if (item.issues !== undefined) fail({ line, index, issues: item.issues });
    else if (item.value instanceof List) yield* itemsOf(itemsOfList(item.value, reader), reader, fail);
    else yield item.value;
  }
}

/** The text as one array, whatever it is. */
const listOf = (text: string, reader: ItemReader): List => {
  const value: unknown = JSON.parse(text);
  if (Array.isArray(value)) return reader.decodeList(value, text);
  const decoded = reader.decode(value, text);
  return new List([value], [decoded.issues === undefined ? decoded.value : value]);
};

/** More are no help in an error. */
const kept = 100;

const told = ({ line, index, issues }: BrokenLine): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, path: [index, ...issue.path], message: `line ${line}: ${issue.message}` }));

/**
 * The items of an answer in JSON Lines, as they come. Leaving the loop cancels the request. Rejects like a call, and where the
 * answer breaks off.
 */
export async function* streamLines<Item>(
  client: AnyClient,
  table: OperationTable,
  on: StreamSwitch,
  item: AnswerTable,
  input: CallInput & StreamLinesOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const { onBrokenLine, maxLineLength, ...options } = input;
  const draft = draftOfLines(client, table, on, options);
  const reader = itemReader(client, table, item, options);
  const state = ApiClient.stateOf(client);
  const limits: BodyLimits = {
    signals: [options.signal, state.signal],
    timeout: options.timeout ?? state.timeout ?? usualTimeout,
    deadline: options.deadline ?? state.deadline ?? Infinity,
    begin: Date.now(),
  };
  const { value: response } = await exchange(client, draft, options, (answer) => Promise.resolve(answer));
  if (response.body === null) return;
  const broken: Issue[] = [];
  const fail = onBrokenLine ?? ((one: BrokenLine): void => void (broken.length < kept && broken.push(...told(one))));
  const chunks = bodyChunks(response.body, limits, draft.context);
  try {
    const lines = isJsonAnswer(response.headers)
      ? itemsOfList(listOf(await collected(chunks), reader), reader)
      : validateStream(lineCheck(reader), on.frames?.(chunks) ?? chunks, { input: "lines", ...(maxLineLength === undefined ? {} : { maxLineLength }) });
    yield* itemsOf(lines, reader, fail) as AsyncGenerator<Item, void, undefined>;
  } catch (error) {
    throw error instanceof SyntaxError ? new NetworkError("the answer is not valid JSON", draft.context) : error;
  }
  if (broken.length > 0) throw new ValidationError("response", broken, draft.context);
}

const collected = async (chunks: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
  return new Blob(parts).text();
};
