import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, bytesOf } from "./answer.js";
import type { Exchange } from "./received-request.js";

/** The two sides of a request that is being answered. */
export interface Sending {
  readonly exchange: Exchange;
  readonly response: ServerResponse;
  /** Ends with the connection: whoever waits stops then. */
  readonly signal: AbortSignal;
  readonly lineWritten: () => void;
}

/** Resolves when the response takes more, or when the connection is gone. */
const drained = async ({ response, signal }: Sending): Promise<void> => {
  await once(response, "drain", { signal }).catch(() => undefined);
};

const write = async (sending: Sending, chunk: Uint8Array | string): Promise<void> => {
  const { exchange, response } = sending;
  exchange.answer.bytes += Buffer.byteLength(chunk);
  if (!response.write(chunk)) await drained(sending);
};

const head = ({ exchange, response }: Sending, { status, headers }: Answer, length?: number): void => {
  exchange.answer.status = status;
  response.writeHead(status, length === undefined || status === 204 ? headers : { ...headers, "Content-Length": length });
};

/** Writes line by line and makes no line for a client that is gone or does not read. */
const sendLines = async (sending: Sending, lines: Iterable<string>): Promise<void> => {
  for (const line of lines) {
    if (sending.signal.aborted) return;
    await write(sending, `${line}\n`);
    sending.exchange.answer.lines += 1;
    sending.lineWritten();
  }
};

/** Writes a whole answer. */
export const send = async (sending: Sending, answer: Answer): Promise<void> => {
  const { exchange, response } = sending;
  if (answer.body.kind === "bytes") {
    const { bytes } = answer.body;
    head(sending, answer, bytes.length);
    exchange.answer.bytes += bytes.length;
    response.end(bytes);
    return;
  }
  head(sending, answer);
  await sendLines(sending, answer.body.lines);
  if (!sending.signal.aborted) response.end();
};

const sliced = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));

const sliceSize = 64;

/** Writes an answer in pieces, each after a delay. */
export const sendSlowly = async (sending: Sending, answer: Answer, delayMs: number, chunkBytes = sliceSize): Promise<void> => {
  const bytes = bytesOf(answer.body);
  head(sending, answer, bytes.length);
  sending.response.flushHeaders();
  for (const slice of sliced(bytes, chunkBytes)) {
    await sleep(delayMs, undefined, { signal: sending.signal }).catch(() => undefined);
    if (sending.signal.aborted) return;
    await write(sending, slice);
  }
  sending.response.end();
};

/** Ends the connection with a reset instead of an orderly end. */
export const reset = ({ response }: Sending): void => {
  response.socket?.resetAndDestroy();
};

/** Waits until the client, or the end of the server, closes the connection. */
export const untilClosed = async ({ signal }: Sending): Promise<void> => {
  if (!signal.aborted) await once(signal, "abort");
};

/** Writes the head and half of the body, whose length was announced in full; resolves when the socket has taken it. */
export const sendHalf = async (sending: Sending, answer: Answer): Promise<void> => {
  const bytes = bytesOf(answer.body);
  head(sending, answer, bytes.length);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  sending.exchange.answer.bytes += half.length;
  sending.response.flushHeaders();
  const taken = new Promise<void>((resolve) => sending.response.write(half.length > 0 ? half : "", () => resolve()));
  // a connection that is gone never takes anything
  await Promise.race([taken, untilClosed(sending)]);
};
