import { type Attempt, attemptOnce } from "./attempt.js";
import { type AnyClient, ApiClient, type ResponseValidation } from "./client.js";
import { AbortError, ApiError, ClientError, type ErrorContext, TimeoutError } from "./errors.js";
import { isRefused, isWorthIt } from "./failed-attempt.js";
import { backoff, retryAfter, type RetryOptions, retryPlan } from "./retry.js";
import { wait, watch, type Watch } from "./timing.js";

/** What every operation takes beside its own parameters. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt; in JSON Lines for the beginning, then for each wait for more. */
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

/** Reads a successful answer. The clock of the attempt runs until it is done. */
export type Read<Value> = (response: Response, watch: Watch) => Promise<Value>;

/** Sends a request until it is answered, as often as the plan allows. Rejects with a `ClientError`. */
export const exchange = async <Value>(client: AnyClient, draft: Draft, options: CallOptions, read: Read<Value>): Promise<Answer<Value>> => {
  const state = ApiClient.stateOf(client);
  const pause = ApiClient.pauseOf(client);
  const { context } = draft;
  const deadline = options.deadline ?? state.deadline ?? Infinity;
  const last = Date.now() + deadline;
  const plan = retryPlan(context.method, options.retry ?? state.retry);
  const attempt: Attempt<Value> = { state, credits: ApiClient.creditsOf(client), draft, options, plan, read };
  const total = watch([options.signal, state.signal], deadline);
  try {
    for (let number = 1; ; number++) {
      while (pause.until > Date.now()) await wait(pause.until - Date.now(), total.signal);
      total.signal?.throwIfAborted();
      const result = await attemptOnce(attempt, number, total);
      if (!(result instanceof ClientError)) return result;
      draft.onFailure?.(result);
      const asked = result instanceof ApiError ? retryAfter(result.headers.get("retry-after"), Date.now()) : undefined;
      const delay = asked ?? backoff(plan, number, Math.random);
      // what one request is told holds for all of them
      if (result instanceof ApiError && result.status === 429) pause.until = Math.max(pause.until, Date.now() + delay);
      const attempts = draft.retryRefused === true && isRefused(result) ? plan.whenRefused : plan.attempts;
      if (number >= attempts || !isWorthIt(result) || Date.now() + delay >= last || total.signal?.aborted === true) throw result;
      await wait(delay, total.signal);
    }
  } catch (error) {
    if (error instanceof ClientError || total.signal?.aborted !== true) throw error;
    throw total.isOver() ? new TimeoutError(deadline, context) : new AbortError(context, total.signal.reason);
  } finally {
    total.release();
  }
};
