import type { Fetch } from "./client.js";
import { ApiError, ClientError, type ErrorContext, NetworkError } from "./errors.js";
import type { Answer } from "./exchange.js";
import { errorBody, requestIdOf } from "./read-body.js";
import { redact, shownHeaders } from "./secrets.js";

/** A body, with its length where that has to be told. */
export interface UploadBody {
  readonly content: Blob | ReadableStream<Uint8Array>;
  readonly contentType: string;
  readonly length: number;
  /** What ended the stream too early. */
  readonly failure: () => { readonly error: unknown } | undefined;
}

/** The chunks as a stream that is read only when it is asked. */
export const streamOf = (chunks: AsyncGenerator<Uint8Array, void, undefined>): Pick<UploadBody, "content" | "failure"> => {
  let failure: { readonly error: unknown } | undefined;
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    try {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  const content = new ReadableStream<Uint8Array>({ pull, cancel: async () => void (await chunks.return()) }, { highWaterMark: 0 });
  return { content, failure: () => failure };
};

/**
 * Does a stream go out with the length that a header tells? The fetch of Node does that (tried: 20 and 24). Browsers drop the
 * header and Deno ignores it; a Blob has a length everywhere.
 */
export const sendsStreams = (): boolean => {
  const { navigator, process } = globalThis as { navigator?: { userAgent?: unknown }; process?: { versions?: { node?: unknown } } };
  const agent = navigator?.userAgent;
  return typeof agent === "string" ? agent.startsWith("Node.js/") : typeof process?.versions?.node === "string";
};

/** Workers refuse members of a request that they lack. */
const ifKnown = (name: "credentials" | "referrerPolicy", value: string): object => (name in Request.prototype ? { [name]: value } : {});

/** Node keeps a copy of all that it sent, for the request after a redirect, unless redirects are errors. */
const initOf = ({ content, contentType, length }: UploadBody, signal: AbortSignal): RequestInit => {
  const isStream = !(content instanceof Blob);
  return {
    method: "POST",
    headers: { "content-type": contentType, ...(isStream ? { "content-length": String(length) } : {}) },
    body: content,
    redirect: isStream ? "error" : "manual",
    signal,
    ...(isStream ? { duplex: "half" } : {}),
    ...ifKnown("credentials", "omit"),
    ...ifKnown("referrerPolicy", "no-referrer"),
  };
};

const isRedirect = ({ type, status }: Response): boolean => type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(status);

const redirected = "the storage redirects, which an upload does not follow";

interface Cause {
  readonly code?: unknown;
  readonly message?: unknown;
}

/** What the platform threw may quote what was sent, so nothing but its message is kept, without the secrets. */
const failureOf = (thrown: unknown, body: UploadBody, context: ErrorContext, secrets: readonly string[]): unknown => {
  const failure = body.failure();
  if (failure !== undefined) return failure.error;
  if (thrown instanceof ClientError) return thrown;
  const { cause } = thrown as { readonly cause?: Cause };
  if (cause?.message === "unexpected redirect") return new NetworkError(redirected, context);
  const code = typeof cause?.code === "string" ? ` (${cause.code})` : "";
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new NetworkError(`no whole answer: ${redact(message, secrets)}${code}`, context);
};

/** Headers without `set-cookie` and the secrets. */
const shownAnswer = (headers: Headers, secrets: readonly string[]): Headers => {
  const shown = shownHeaders(headers, { headers: [], query: [], cookies: [], secrets });
  shown.delete("set-cookie");
  return shown;
};

export interface Sending {
  readonly fetch: Fetch;
  readonly url: string;
  readonly context: ErrorContext;
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
  /** As soon as there is an answer, whatever it is. */
  readonly onAnswer: (status: number, headers: Headers) => void;
}

/** Sends a body once. Gives the `ETag` of a storage that took it; rejects otherwise. */
export const send = async ({ fetch, url, context, secrets, signal, onAnswer }: Sending, body: UploadBody): Promise<Answer<string | undefined>> => {
  try {
    const response = await fetch(url, initOf(body, signal));
    const headers = shownAnswer(response.headers, secrets);
    onAnswer(response.status, headers);
    if (isRedirect(response)) throw new NetworkError(redirected, context);
    if (response.ok) {
      await response.arrayBuffer();
      return { value: response.headers.get("etag") ?? undefined, status: response.status, headers };
    }
    const told = await errorBody(response, (text) => redact(text, secrets));
    throw new ApiError(response.status, { headers, body: told, requestId: requestIdOf(headers) }, context);
  } catch (error) {
    throw failureOf(error, body, context, secrets);
  }
};
