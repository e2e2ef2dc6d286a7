import { createReadStream } from "node:fs";
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { WrongUse } from "./run-program.mjs";

/**
 * @typedef {object} CsvRow
 * @property {number} line Where the row begins, from 1, as an editor counts.
 * @property {readonly string[]} cells
 *
 * @typedef {object} CsvFormat
 * @property {string} [delimiter]
 * @property {string} [encoding]
 * @property {AbortSignal} [signal]
 */

/** @type {Readonly<Record<string, string>>} */
const faults = {
  INVALID_OPENING_QUOTE: "a quote inside of a cell that does not begin with one",
  CSV_INVALID_CLOSING_QUOTE: "text after the closing quote of a cell",
  CSV_QUOTE_NOT_CLOSED: "a quote that is not closed",
  CSV_MAX_RECORD_SIZE: "a row of more than a million bytes: is there a quote that is not closed?",
};

/**
 * What csv-parse says of a file, or Node of reading it.
 * @typedef {Error & { readonly code?: string; readonly syscall?: string; readonly records?: number; readonly lines?: number }} ReadError
 */

/**
 * No message repeats what stands in the file.
 * @type {(error: unknown, path: string, encoding: string) => unknown}
 */
const explained = (thrown, path, encoding) => {
  if (!(thrown instanceof Error)) return thrown;
  const error = /** @type {ReadError} */ (thrown);
  const fault = faults[error.code ?? ""];
  if (fault !== undefined) return new WrongUse(`${path}: ${fault}, in row ${(error.records ?? 0) + 1}, near line ${error.lines}`);
  if (error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return new WrongUse(`${path} is not in ${encoding}: name its encoding, such as --encoding windows-1252`);
  return error.syscall === undefined ? error : new WrongUse(`${path} cannot be read (${error.code})`);
};

/**
 * Without the mark of the byte order. Bytes that are no text would otherwise be written as replacement characters.
 * @type {(encoding: string) => (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<string>}
 */
const decoderOf = (encoding) => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return async function* (chunks) {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
};

/** @type {(text: string) => number} */
const lineEnds = (text) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/**
 * The rows of a file, or of standard input for "-", blank lines left out. Rows may have any number of cells.
 * @type {(path: string, format?: CsvFormat) => AsyncGenerator<CsvRow, void, undefined>}
 */
export const readCsv = async function* (path, { delimiter = ",", encoding = "utf-8", signal } = {}) {
  const source = path === "-" ? process.stdin : createReadStream(path);
  // rows end in any of these, whatever the first one ends in; a quote that is never closed must not eat the memory
  const format = { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000 };
  const parser = parse({ ...format, info: true, raw: true });
  // whoever reads the rows is told of a failure
  pipeline(source, decoderOf(encoding), parser, signal === undefined ? {} : { signal }).catch(() => undefined);
  let line = 1;
  try {
    for await (const { record, raw } of parser) {
      const blank = lineEnds(/^[\r\n]*/.exec(raw)?.[0] ?? "");
      yield { line: line + blank, cells: record };
      line += lineEnds(raw);
    }
  } catch (error) {
    throw explained(error, path, encoding);
  }
};

/**
 * How many rows there are below the header. Throws for what is no CSV: better before anything is sent.
 * @type {(path: string, format: CsvFormat) => Promise<number>}
 */
export const countRows = async (path, format) => {
  let count = -1;
  for await (const _ of readCsv(path, format)) count += 1;
  return Math.max(0, count);
};
