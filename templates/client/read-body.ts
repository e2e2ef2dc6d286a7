import { answerTable } from "./answer.js";
import { type ErrorContext, NetworkError } from "./errors.js";
import type { OperationTable } from "./operation-table.js";

/** application/json, text/json, application/problem+json */
const json = /^(?:application|text)\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i;

/** application/jsonl, text/jsonl, application/x-ndjson, … */
const lines = /^(?:application|text)\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)\s*(?:;|$)/i;

const text = /^(?:text\/|application\/xml|[^;]+\+xml)/i;

const typeOf = (headers: Headers): string => headers.get("content-type") ?? "";

export const isJsonAnswer = (headers: Headers): boolean => json.test(typeOf(headers));

/** What an answer says, and where it is JSON, its text. */
export interface Content {
  readonly value: unknown;
  readonly text?: string;
}

const parsed = (content: string): Content => ({ value: JSON.parse(content) as unknown, text: content });

/** One array over any number of lines, or an item on each line; where no array is expected, the one line that there is. */
const parsedLines = (content: string, isList: boolean): Content => {
  const texts = content.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (isList && content.trimStart().startsWith("["))
    try {
      return parsed(content);
    } catch {
      // items that are arrays themselves
    }
  const values = texts.map((line) => JSON.parse(line) as unknown);
  return isList || values.length > 1 ? { value: values, text: `[${texts.join(",")}]` } : { value: values[0], text: texts.join("") };
};

const read = async (response: Response, table: OperationTable): Promise<Content> => {
  if (response.status === 204 || response.status === 205) {
    await response.body?.cancel();
    return { value: undefined };
  }
  const type = typeOf(response.headers);
  const known = answerTable(table, response.status);
  if (lines.test(type)) return parsedLines(await response.text(), known?.list === true);
  const areOctets = type === "" ? known?.octets === true : !json.test(type) && !text.test(type);
  if (areOctets) return { value: await response.blob() };
  const content = await response.text();
  if (content === "") return { value: undefined };
  // many servers forget the type of what is JSON
  return json.test(type) || (type === "" && /^\s*[[{"]/.test(content)) ? parsed(content) : { value: content };
};

/** The body of a success: what JSON or JSON Lines say, text, or bytes as a `Blob`; undefined where there is none. */
export const contentOf = async (response: Response, table: OperationTable, context: ErrorContext): Promise<Content> => {
  try {
    return await read(response, table);
  } catch (error) {
    // what the engine says of broken JSON would quote it
    throw error instanceof SyntaxError ? new NetworkError("the answer is not valid JSON", context) : error;
  }
};

/** The body of an error, as far as it can be had: an error is told even where its body breaks off. */
export const errorBody = async (response: Response, shown: (text: string) => string): Promise<unknown> => {
  let content: string;
  try {
    content = shown(await response.text());
  } catch {
    return undefined;
  }
  if (content === "") return undefined;
  try {
    return isJsonAnswer(response.headers) || lines.test(typeOf(response.headers)) ? JSON.parse(content) : content;
  } catch {
    return content;
  }
};

const names = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-ms-request-id", "cf-ray"];

export const requestIdOf = (headers: Headers): string | undefined => {
  const name = names.find((one) => headers.has(one));
  return name === undefined ? undefined : (headers.get(name) ?? undefined);
};
