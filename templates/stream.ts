import { add, createSink, type Issue, type Result, type ValidateOptions } from "./issue.js";
import { createLineReader, type Line } from "./lines.js";

/** What is read of a `ReadableStream`, so that packages need no library that declares it. */
export interface ReadableSource {
  readonly getReader: () => {
    readonly read: () => Promise<{ readonly done: boolean; readonly value?: unknown }>;
    readonly cancel: () => Promise<unknown>;
    readonly releaseLock: () => void;
  };
}

/** Items one by one, or JSON Lines in chunks of bytes (UTF-8) or strings that are cut anywhere. */
export type StreamSource = AsyncIterable<unknown> | ReadableSource;

export interface StreamOptions extends ValidateOptions {
  /**
   * Whether the source gives JSON Lines or the items themselves. Left out, the first chunk decides: a string, a `Buffer` or
   * another view of bytes begins JSON Lines, anything else is an item. Items that are strings need `"items"`.
   */
  readonly input?: "lines" | "items";
  /** The length of the longest line that is read, in UTF-16 code units: 1,048,576 unless told otherwise. */
  readonly maxLineLength?: number;
}

/**
 * One item of a stream, or every issue that it has. `index` counts items from 0; `line` counts lines from 1, blank ones too.
 * Where the source gives items, each is a line. Paths begin at the item.
 */
export type StreamItem<Value> =
  | { readonly line: number; readonly index: number; readonly value: Value; readonly issues?: undefined }
  | { readonly line: number; readonly index: number; readonly issues: readonly Issue[] };

const defaultLength = 1_048_576;

const chunksOfReader = (source: ReadableSource): AsyncIterable<unknown> => ({
  [Symbol.asyncIterator]: () => {
    const reader = source.getReader();
    const done = { done: true, value: undefined } as const;
    return {
      next: async () => {
        const read = await reader.read();
        if (!read.done) return { done: false, value: read.value };
        reader.releaseLock();
        return done;
      },
      return: async () => {
        await reader.cancel();
        reader.releaseLock();
        return done;
      },
    };
  },
});

/** Not every browser lets a `ReadableStream` be iterated. */
const chunksOf = (source: StreamSource): AsyncIterable<unknown> =>
  Symbol.asyncIterator in source || !("getReader" in source) ? source : chunksOfReader(source);

const isText = (chunk: unknown): boolean => typeof chunk === "string" || ArrayBuffer.isView(chunk);

const blank = /^[\t\r ]*$/;

const lengthOf = ({ maxLineLength }: StreamOptions): number =>
  typeof maxLineLength === "number" && maxLineLength >= 0 ? maxLineLength : defaultLength;

const failure = (fail: (sink: ReturnType<typeof createSink>) => void, options: StreamOptions): { readonly issues: readonly Issue[] } => {
  const sink = createSink(options);
  fail(sink);
  return { issues: sink.issues };
};

const itemOf = <Item>(line: number, index: number, result: Result<Item>): StreamItem<Item> =>
  result.issues === undefined ? { line, index, value: result.value } : { line, index, issues: result.issues };

/** `text` is the line that the value was read of. */
type Validate<Item> = (value: unknown, options?: ValidateOptions, text?: string) => Result<Item>;

/** What a line says, undefined for one that is blank. What the engine says of broken JSON would quote the input. */
const createLineCheck = <Item>(validate: Validate<Item>, options: StreamOptions) => {
  const limit = lengthOf(options);
  return (line: Line): Result<Item> | undefined => {
    if (typeof line !== "string")
      return failure(
        (sink) =>
          line.problem === "encoding"
            ? add(sink, "encoding", [], "is not valid UTF-8")
            : add(sink, "lineTooLong", [], `must be a line of at most ${limit} characters`, { limit }),
        options,
      );
    if (blank.test(line)) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return failure((sink) => add(sink, "json", [], "is not valid JSON"), options);
    }
    return validate(value, options, line);
  };
};

/**
 * Each item of a source as it comes, valid or with its issues. The source is asked for more only when all that it gave is
 * taken, and is closed when the taker stops early. What the source itself throws is passed on; nothing in its data ends
 * the stream. Items are not compared with each other, since that would keep the keys of all.
 */
export async function* validateStream<Item>(
  validate: Validate<Item>,
  source: StreamSource,
  options: StreamOptions = {},
): AsyncGenerator<StreamItem<Item>, void, undefined> {
  const reader = createLineReader(lengthOf(options));
  const check = createLineCheck(validate, options);
  let { input } = options;
  let index = 0;
  let line = 0;
  for await (const chunk of chunksOf(source)) {
    input ??= isText(chunk) ? "lines" : "items";
    if (input === "items") {
      yield itemOf(++line, index++, validate(chunk, options));
      continue;
    }
    for (const text of reader.read(chunk)) {
      line++;
      const result = check(text);
      if (result !== undefined) yield itemOf(line, index++, result);
    }
  }
  for (const text of reader.end()) {
    const result = check(text);
    if (result !== undefined) yield itemOf(++line, index++, result);
  }
}
