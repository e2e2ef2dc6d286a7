import type { ClientState, Fetch, RequestInfo, ResponseInfo } from "./client.js";
import { AbortError, ApiError, ClientError, NetworkError, TimeoutError } from "./errors.js";
import { codeOf } from "./failed-attempt.js";
import { follow } from "./follow.js";
import { errorBody, requestIdOf } from "./read-body.js";
import type { RetryPlan } from "./retry.js";
import { type Credit, creditOf, type CreditStore, redact, shownHeaders } from "./secrets.js";
import type { Answer, CallOptions, Draft, Read } from "./exchange.js";
import { unlessAborted, watch, type Watch } from "./timing.js";

/** One request with all that its attempts need. */
export interface Attempt<Value> {
  readonly state: ClientState;
  readonly credits: CreditStore;
  readonly draft: Draft;
  readonly options: CallOptions;
  readonly plan: RetryPlan;
  readonly read: Read<Value>;
}

/** What the platform says of a header that it does not take would quote the value. */
const setHeader = (headers: Headers, name: string, value: string): void => {
  try {
    headers.set(name, value);
  } catch {
    throw new TypeError(`the header ${JSON.stringify(name)} has a name or a value that no request takes`);
  }
};

const headersOf = ({ state, draft, options }: Attempt<unknown>, credit: Credit): Headers => {
  const headers = new Headers();
  const add = (name: string, value: string): void => setHeader(headers, name, value);
  for (const [name, value] of draft.headers) add(name, value);
  for (const given of [state.headers, options.headers]) if (given !== undefined) for (const name of Object.keys(given)) add(name, given[name] ?? "");
  for (const [name, value] of credit.headers) add(name, value);
  if (draft.cookies.length + credit.cookies.length > 0) add("cookie", [...draft.cookies, ...credit.cookies].join("; "));
  return headers;
};

type Credentials = Readonly<Record<string, unknown>>;

/** A function that throws rejects. */
const asked = async (credentials: () => Credentials | Promise<Credentials>): Promise<Credentials> => (await credentials()) ?? {};

/** What the platform threw may quote what was sent, so nothing but its message is kept, without the secrets. */
const failureOf = (error: unknown, attempt: Attempt<unknown>, clock: Watch, credit: Credit, timeout: number): ClientError => {
  const { context } = attempt.draft;
  if (error instanceof ClientError) return error;
  if (clock.isOver()) return new TimeoutError(timeout, context);
  const caller = [attempt.options.signal, attempt.state.signal].find((signal) => signal?.aborted === true);
  if (caller !== undefined) return new AbortError(context, caller.reason);
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  return new NetworkError(`no whole answer: ${redact(message, credit.secrets)}${code === undefined ? "" : ` (${code})`}`, context, code);
};

const apiError = async (response: Response, { context }: Draft, { secrets }: Credit): Promise<ApiError> => {
  const headers = new Headers();
  // a server may send back what it got
  for (const [name, value] of response.headers) if (name !== "set-cookie") headers.append(name, redact(value, secrets));
  const body = await errorBody(response, (text) => redact(text, secrets));
  return new ApiError(response.status, { headers, body, requestId: requestIdOf(headers) }, context);
};

/** What a hook threw is no failure of the request, so it comes out as it is. */
class HookFailure {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/** Tells the hook of an answer. One that nobody will read does not keep its connection. */
const tell = async ({ state, draft }: Attempt<unknown>, response: Response, info: () => ResponseInfo): Promise<void> => {
  try {
    state.onResponse?.(info());
  } catch (error) {
    draft.onFailure?.(new NetworkError("the hook onResponse threw", draft.context));
    await response.body?.cancel();
    throw new HookFailure(error);
  }
};

/** Milliseconds. */
export const usualTimeout = 30_000;

const platformFetch: Fetch = (url, init) => fetch(url, init);

/** One attempt: its answer, or the error that it ended with. */
export const attemptOnce = async <Value>(attempt: Attempt<Value>, number: number, total: Watch): Promise<Answer<Value> | ClientError> => {
  const { state, draft, options, credits } = attempt;
  const { context } = draft;
  const credit = creditOf(draft.security, state.schemes, typeof state.credentials === "function" ? await unlessAborted(asked(state.credentials), total.signal) : (state.credentials ?? {}), credits);
  const headers = headersOf(attempt, credit);
  const query = [...draft.query, ...credit.query].join("&");
  const url = query === "" ? context.url : `${context.url}?${query}`;
  const info = (): RequestInfo => ({ operation: context.operation, method: context.method, url: redact(url, credit.secrets), headers: shownHeaders(headers, credit), attempt: number });
  state.onRequest?.(info());
  const timeout = options.timeout ?? state.timeout ?? usualTimeout;
  const clock = watch([total.signal], timeout);
  const begin = Date.now();
  try {
    const init: RequestInit = { method: context.method, headers, redirect: "manual" };
    if (clock.signal !== undefined) init.signal = clock.signal;
    if (draft.body !== undefined && draft.body !== null) init.body = draft.body;
    const response = await follow(state.fetch ?? platformFetch, url, init, credit, context);
    if (state.onResponse !== undefined)
      await tell(attempt, response, () => ({ ...info(), status: response.status, responseHeaders: shownHeaders(response.headers, credit), milliseconds: Date.now() - begin }));
    if (!response.ok) return await apiError(response, draft, credit);
    return { value: await attempt.read(response, clock), status: response.status, headers: response.headers };
  } catch (error) {
    if (error instanceof HookFailure) throw error.reason;
    if (total.isOver()) return new TimeoutError(options.deadline ?? state.deadline ?? timeout, context);
    return failureOf(error, attempt, clock, credit, timeout);
  } finally {
    clock.release();
  }
};
