import type { Fetch } from "../../../generated/pigello-accounts/src/runtime/client/client.js";

/** An answer at once, or none until the signal ends it. */
export type StubAnswer = (() => Response) | "silence";

export interface Stub {
  readonly fetch: Fetch;
  /** The times at which requests went out, by the clock of the test. */
  readonly times: number[];
}

/** A platform without a network, so that a test may turn the clock. The last answer is given again and again. */
export const stubFetch = (...answers: readonly StubAnswer[]): Stub => {
  const times: number[] = [];
  const fetch: Fetch = (_, { signal }) => {
    const answer = answers[Math.min(times.length, answers.length - 1)] ?? "silence";
    times.push(Date.now());
    if (answer !== "silence") return Promise.resolve(answer());
    return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true }));
  };
  return { fetch, times };
};

/** An empty list, which every operation takes for an answer. */
export const empty: StubAnswer = () => Response.json([]);

export const refusal =
  (status: number, retryAfter?: string): StubAnswer =>
  () => new Response(null, { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } });
