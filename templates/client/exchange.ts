import { type AnyClient, ApiClient, type ClientState, type Fetch, type ResponseInfo, type ResponseValidation } from "./client.js";
import { AbortError, ApiError, ClientError, type ErrorContext, NetworkError, TimeoutError } from "./errors.js";
import { codeOf, isRefused, isWorthIt } from "./failed-attempt.js";
import { follow } from "./follow.js";
import { errorBody, requestIdOf } from "./read-body.js";
import { backoff, retryAfter, type RetryOptions, type RetryPlan, retryPlan } from "./retry.js";
import { type Credit, creditOf, redact, shownHeaders } from "./secrets.js";
import { unlessAborted, wait, watch, type Watch } from "./timing.js";

/** What every operation takes beside its own parameters. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt. */
  readonly timeout?: number | undefined;
  /** Milliseconds for all attempts together, waiting included. */
  readonly deadline?: number | undefined;
  readonly retry?: RetryOptions | false | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What becomes of an answer that breaks the description. */
  readonly validate?: ResponseValidation | undefined;
}

/** A request without credentials: they are asked for before each attempt, since they may change. */
export interface Draft {
  readonly context: ErrorContext;
  /** Encoded `name=value` pairs. */
  readonly query: readonly string[];
  readonly cookies: readonly string[];
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: RequestInit["body"];
  readonly security: readonly (readonly string[])[];
  /** Sends again, whatever the method, what was surely not carried out. */
  readonly retryRefused?: true;
  /** Is told of each attempt that failed. */
  readonly onFailure?: (error: ClientError) => void;
}

export interface Answer<Value> {
  readonly value: Value;
  readonly status: number;
  readonly headers: Headers;
}

/** Reads a successful answer. The clock of the attempt runs until it is done, or until `stopClock`. */
export type Read<Value> = (response: Response, watch: Watch) => Promise<Value>;

interface Attempt<Value> {
  readonly state: ClientState;
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
  const given = [...Object.entries(state.headers ?? {}), ...Object.entries(options.headers ?? {})];
  for (const [name, value] of [...draft.headers, ...given, ...credit.headers]) setHeader(headers, name, value);
  const cookies = [...draft.cookies, ...credit.cookies];
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  return headers;
};

const credentialsOf = async ({ credentials }: ClientState): Promise<Readonly<Record<string, unknown>>> =>
  (typeof credentials === "function" ? await credentials() : credentials) ?? {};

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
  const headers = new Headers(response.headers);
  headers.delete("set-cookie");
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
const tell = async ({ state, draft }: Attempt<unknown>, response: Response, info: ResponseInfo): Promise<void> => {
  try {
    state.onResponse?.(info);
  } catch (error) {
    draft.onFailure?.(new NetworkError("the hook onResponse threw", draft.context));
    await response.body?.cancel();
    throw new HookFailure(error);
  }
};

const platformFetch: Fetch = (url, init) => fetch(url, init);

/** One attempt: its answer, or the error that it ended with. */
const attemptOnce = async <Value>(attempt: Attempt<Value>, number: number, total: Watch): Promise<Answer<Value> | ClientError> => {
  const { state, draft, options } = attempt;
  const { context } = draft;
  const credit = creditOf(draft.security, state.schemes, await unlessAborted(credentialsOf(state), total.signal));
  const headers = headersOf(attempt, credit);
  const query = [...draft.query, ...credit.query].join("&");
  const url = query === "" ? context.url : `${context.url}?${query}`;
  const info = { operation: context.operation, method: context.method, url: redact(url, credit.secrets), headers: shownHeaders(headers, credit), attempt: number };
  state.onRequest?.(info);
  const timeout = options.timeout ?? state.timeout ?? 30_000;
  const clock = watch([total.signal], timeout);
  const begin = Date.now();
  try {
    const init: RequestInit = { method: context.method, headers, redirect: "manual", signal: clock.signal, ...(draft.body === undefined || draft.body === null ? {} : { body: draft.body }) };
    const response = await follow(state.fetch ?? platformFetch, url, init, credit, context);
    const told = { ...info, status: response.status, responseHeaders: shownHeaders(response.headers, credit), milliseconds: Date.now() - begin };
    await tell(attempt, response, told);
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

/** Sends a request until it is answered, as often as the plan allows. Rejects with a `ClientError`. */
export const exchange = async <Value>(client: AnyClient, draft: Draft, options: CallOptions, read: Read<Value>): Promise<Answer<Value>> => {
  const state = ApiClient.stateOf(client);
  const pause = ApiClient.pauseOf(client);
  const { context } = draft;
  const deadline = options.deadline ?? state.deadline ?? Infinity;
  const last = Date.now() + deadline;
  const plan = retryPlan(context.method, options.retry ?? state.retry);
  const attempt: Attempt<Value> = { state, draft, options, plan, read };
  const total = watch([options.signal, state.signal], deadline);
  try {
    for (let number = 1; ; number++) {
      while (pause.until > Date.now()) await wait(pause.until - Date.now(), total.signal);
      total.signal.throwIfAborted();
      const result = await attemptOnce(attempt, number, total);
      if (!(result instanceof ClientError)) return result;
      draft.onFailure?.(result);
      const asked = result instanceof ApiError ? retryAfter(result.headers.get("retry-after"), Date.now()) : undefined;
      const delay = asked ?? backoff(plan, number, Math.random);
      // what one request is told holds for all of them
      if (result instanceof ApiError && result.status === 429) pause.until = Math.max(pause.until, Date.now() + delay);
      const attempts = draft.retryRefused === true && isRefused(result) ? plan.whenRefused : plan.attempts;
      if (number >= attempts || !isWorthIt(result) || Date.now() + delay >= last || total.signal.aborted) throw result;
      await wait(delay, total.signal);
    }
  } catch (error) {
    if (error instanceof ClientError || !total.signal.aborted) throw error;
    throw total.isOver() ? new TimeoutError(deadline, context) : new AbortError(context, total.signal.reason);
  } finally {
    total.release();
  }
};
