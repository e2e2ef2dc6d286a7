import { wait } from "./timing.js";

/**
 * What can be uploaded. A file on disk is best opened with `fs.openAsBlob` (Node) or `Bun.file`: such a Blob is read piece by
 * piece. A stream, Node's own included, is read once.
 */
export type UploadData = Blob | Uint8Array | ArrayBuffer | string | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

export type ByteStream = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** The data as a Blob, which cannot be changed any more; undefined for a stream. */
export const blobOf = (data: UploadData): Blob | undefined => {
  if (data instanceof Blob) return data;
  if (typeof data === "string" || data instanceof ArrayBuffer) return new Blob([data]);
  // memory that threads share is no part of a Blob
  if (data instanceof Uint8Array) return new Blob([data.buffer instanceof ArrayBuffer ? (data as Uint8Array<ArrayBuffer>) : data.slice()]);
  if (typeof data === "object" && data !== null && ("getReader" in data || Symbol.asyncIterator in data)) return undefined;
  throw new TypeError("data must be a Blob, bytes, a string or a stream of bytes");
};

/** Pieces of a stream one by one, and a way to leave it before its end. */
interface Pieces {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly close: () => Promise<unknown>;
}

const piecesOf = (stream: ByteStream): Pieces => {
  // not every browser iterates over streams
  if ("getReader" in stream) {
    const reader = stream.getReader();
    return { next: () => reader.read(), close: () => reader.cancel() };
  }
  const iterator = stream[Symbol.asyncIterator]();
  return { next: () => iterator.next(), close: async () => iterator.return?.() };
};

/** The promise, or a rejection as soon as the signal fires. */
const raced = <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });

/** The longest piece, so that progress can be told: a Blob in memory may come as a whole. */
const most = 1 << 18;

/** After so many bytes in one go others get their turn, a signal among them. */
const turn = 1 << 22;

async function* cut(chunk: Uint8Array, signal: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < chunk.length; at += most) {
    if (at > 0 && at % turn === 0) await wait(0, signal);
    yield chunk.subarray(at, at + most);
  }
}

/** The bytes of a stream in pieces, none of them empty. The stream is closed when the loop is left, or when the signal fires. */
export async function* chunksOf(stream: ByteStream, signal: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = piecesOf(stream);
  try {
    for (;;) {
      const { done, value } = await raced(pieces.next(), signal);
      if (done === true) return;
      if (!(value instanceof Uint8Array)) throw new TypeError("a stream of data must give Uint8Array");
      yield* cut(value, signal);
    }
  } finally {
    // not waited for: what hangs would hang here, too
    void pieces.close().catch(() => undefined);
  }
}

/** All of a stream in memory. */
export const collected = async (stream: ByteStream, signal: AbortSignal): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  // a stream may use its buffer again
  for await (const chunk of chunksOf(stream, signal)) parts.push(chunk.slice());
  return new Blob(parts);
};
