import { type AnyClient, ApiClient, type ClientState, type Fetch } from "./client.js";
import { AbortError, type ApiError, type ErrorContext, type NetworkError, TimeoutError, ValidationError } from "./errors.js";
import type { Answer } from "./exchange.js";
import { createMd5 } from "./md5.js";
import { withSafe } from "./operation.js";
import type { Outcome } from "./outcome.js";
import { watch, type Watch } from "./timing.js";
import { Mismatch, type UploadProgress } from "./upload-body.js";
import { bodyOf } from "./upload-content.js";
import { blobOf, type ByteStream, chunksOf, type UploadData } from "./upload-data.js";
import { type FileObject, formOf, secretsOf, type UploadForm } from "./upload-form.js";
import { send, sendsStreams } from "./upload-send.js";

export type { UploadData, UploadProgress };

export interface UploadOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds for all of it, reading the data included. Unless told otherwise 30,000 and 1,000 more for each 64 KiB; no
   * limit where the length of the data is not known.
   */
  readonly timeout?: number | undefined;
  /** Length of a stream in bytes. Without it, the whole stream is held in memory before it is sent. */
  readonly size?: number | undefined;
  /** Told at the beginning and the end, and where the body is streamed, of each piece that the platform took. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /**
   * Is the body streamed with a `Content-Length`, or handed over as a Blob? Streamed by Node's own fetch, unless told
   * otherwise: elsewhere such a header may be lost, and storages refuse what has none.
   */
  readonly stream?: boolean | undefined;
  /** Instead of the client's, which must add no credential of its own. */
  readonly fetch?: Fetch | undefined;
}

export interface UploadedFile {
  /** Bytes of the file. */
  readonly size: number;
  /** What the storage calls this content; not every storage tells, nor every browser. */
  readonly etag: string | undefined;
}

export type UploadError = ApiError | ValidationError | TimeoutError | NetworkError | AbortError;

/** Uploads a file, and a form that gives its error instead of throwing it. */
export interface UploadFunction<File> {
  (client: AnyClient, file: File | null | undefined, data: UploadData, options?: UploadOptions): Promise<UploadedFile>;
  readonly safe: (client: AnyClient, file: File | null | undefined, data: UploadData, options?: UploadOptions) => Promise<Outcome<UploadedFile, UploadError>>;
}

/** What an API is told of a file before its upload. */
export interface FileDescription {
  readonly name: string;
  /** In base64. */
  readonly md5_hash: string;
}

/** The name of a file and the MD5 of its data, read piece by piece. A stream is used up by it. */
export const describe = async (name: string, data: UploadData): Promise<FileDescription> => {
  const md5 = createMd5();
  const stream = blobOf(data)?.stream() ?? (data as ByteStream);
  for await (const chunk of chunksOf(stream, new AbortController().signal)) md5.update(chunk);
  return { name, md5_hash: md5.digest() };
};

interface Upload {
  readonly state: ClientState;
  readonly form: UploadForm;
  readonly data: UploadData;
  readonly options: UploadOptions;
  readonly context: ErrorContext;
  readonly secrets: readonly string[];
}

const contextOf = (url: string): ErrorContext => ({ operation: "uploadFile", method: "POST", url });

/** All that can be told before the data is looked at. */
const openUpload = (client: AnyClient, file: unknown, data: UploadData, options: UploadOptions): Upload => {
  const form = formOf(file, client.baseUrl);
  if (!("fields" in form)) throw new ValidationError("request", form, contextOf(client.baseUrl));
  const { size } = options;
  if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0)) throw new TypeError("size must be a number of bytes");
  const { origin, pathname } = form.url;
  // what is in memory is copied once: what is checked is what is sent, whatever becomes of the original
  return { state: ApiClient.stateOf(client), form, data: blobOf(data) ?? data, options, context: contextOf(`${origin}${pathname}`), secrets: secretsOf(form) };
};

const platformFetch: Fetch = (url, init) => fetch(url, init);

/** The request and its answer, as the hooks of the client are told of any other. */
const perform = async ({ state, form, data, options, context, secrets }: Upload, signal: AbortSignal): Promise<Answer<UploadedFile>> => {
  const own = options.fetch ?? state.fetch;
  const onProgress = options.onProgress ?? ((): void => undefined);
  const streams = options.stream ?? (own === undefined && sendsStreams());
  const { body, size } = await bodyOf({ form, data, size: options.size, streams, signal, onProgress });
  signal.throwIfAborted();
  const info = { ...context, headers: new Headers({ "content-type": body.contentType }), attempt: 1 };
  state.onRequest?.(info);
  onProgress({ done: 0, total: size, rejected: 0, bytes: 0 });
  const begin = Date.now();
  const onAnswer = (status: number, responseHeaders: Headers): void =>
    state.onResponse?.({ ...info, status, responseHeaders, milliseconds: Date.now() - begin });
  const { value: etag, ...answer } = await send({ fetch: own ?? platformFetch, url: form.url.href, context, secrets, signal, onAnswer }, body);
  onProgress({ done: size, total: size, rejected: 0, bytes: body.length });
  return { value: { size, etag }, ...answer };
};

const failureOf = (error: unknown, { state, options, context }: Upload, clock: Watch, timeout: number): unknown => {
  if (clock.isOver()) return new TimeoutError(timeout, context);
  const caller = [options.signal, state.signal].find((signal) => signal?.aborted === true);
  if (caller !== undefined) return new AbortError(context, caller.reason);
  return error instanceof Mismatch ? new ValidationError("request", [error.issue], context) : error;
};

/** One second for 64 KiB, and thirty more. */
const usualTimeout = (size: number | undefined): number => (size === undefined ? Infinity : 30_000 + Math.ceil(size / 65.536));

const run = async (client: AnyClient, file: unknown, data: UploadData, options: UploadOptions = {}): Promise<Answer<UploadedFile>> => {
  const upload = openUpload(client, file, data, options);
  const timeout = options.timeout ?? usualTimeout(upload.data instanceof Blob ? upload.data.size : options.size);
  const ended = new AbortController();
  const clock = watch([options.signal, upload.state.signal, ended.signal], timeout);
  try {
    return await perform(upload, clock.signal ?? ended.signal);
  } catch (error) {
    throw failureOf(error, upload, clock, timeout);
  } finally {
    // a storage may answer before it has read everything: what is left is not sent, and the source is closed
    ended.abort();
    clock.release();
  }
};

/** Sends a file to where the API said, with nothing of the client: no credential, no header, no cookie. It is sent once. */
export const upload: UploadFunction<FileObject> = /* @__PURE__ */ withSafe(run) as UploadFunction<FileObject>;
