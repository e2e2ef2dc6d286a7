import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** What became of the answer to one request. */
export interface AnswerRecord {
  /** Undefined as long as no header was sent. */
  readonly status: number | undefined;
  /** Bytes of the body that were handed to the socket. */
  readonly bytes: number;
  /** Lines of JSON Lines that were handed to the socket. */
  readonly lines: number;
  /** `broken`: the connection ended before the answer was complete, by the client or by a fault. */
  readonly end: "open" | "complete" | "broken";
}

/** One request, as it came in. Its body and its answer grow while they arrive and leave. */
export interface ReceivedRequest {
  /** Counts from 1, in the order of arrival. */
  readonly number: number;
  /** When its head arrived, in milliseconds of `performance.now()`: to see that a pause was long enough. */
  readonly receivedAt: number;
  readonly method: string;
  /** The target as it stood in the request line, nothing decoded. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, with their spelling and order. */
  readonly rawHeaders: readonly string[];
  /** The body as text; empty where the log keeps no bodies. */
  readonly body: string;
  readonly answer: AnswerRecord;
}

/** How much the log keeps: everything, no bodies, or nothing. Long runs need less than everything. */
export type LogDetail = "full" | "heads" | "off";

/** The record of a request while it is being answered; the log shows the same one to readers. */
export interface Exchange extends ReceivedRequest {
  body: string;
  readonly answer: { -readonly [Name in keyof AnswerRecord]: AnswerRecord[Name] };
}

/** The record of a request whose head has arrived. */
export const openExchange = (number: number, request: IncomingMessage): Exchange => ({
  number,
  receivedAt: performance.now(),
  method: request.method ?? "",
  url: request.url ?? "",
  headers: request.headers,
  rawHeaders: request.rawHeaders,
  body: "",
  answer: { status: undefined, bytes: 0, lines: 0, end: "open" },
});
