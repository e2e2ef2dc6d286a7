import { AbortError, type ErrorContext, NetworkError, TimeoutError } from "./errors.js";
import { readAhead } from "./read-ahead.js";
import { within } from "./timing.js";

/** What ends the reading of a body from outside. */
export interface BodyLimits {
  readonly signals: readonly (AbortSignal | undefined)[];
  /** The longest time without any bytes, while some are waited for; milliseconds. */
  readonly timeout: number;
  /** For everything from `begin` on; milliseconds. */
  readonly deadline: number;
  /** When the request was begun, as `Date.now()` has it. */
  readonly begin: number;
}

/**
 * The bytes of an answer as they come. Leaving the loop, a signal, or a limit of time, closes the connection; not much is read
 * before it is asked for. A body that breaks off ends with a NetworkError, one that stalls with a TimeoutError.
 */
export async function* bodyChunks(body: ReadableStream<Uint8Array>, { signals, timeout, deadline, begin }: BodyLimits, context: ErrorContext): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  const { next, close } = readAhead(reader);
  const given = signals.filter((signal) => signal !== undefined);
  const stop = (): void => void reader.cancel().catch(() => undefined);
  for (const signal of given) signal.addEventListener("abort", stop, { once: true });
  const throwIfAborted = (): void => {
    const aborted = given.find((signal) => signal.aborted);
    if (aborted !== undefined) throw new AbortError(context, aborted.reason);
  };
  try {
    for (;;) {
      throwIfAborted();
      const left = begin + deadline - Date.now();
      if (left <= 0) throw new TimeoutError(deadline, context);
      const late = (): TimeoutError => new TimeoutError(left < timeout ? deadline : timeout, context);
      const chunk = await within(next(), Math.min(timeout, left), late).catch((error: unknown): never => {
        throwIfAborted();
        throw error instanceof TimeoutError ? error : new NetworkError("the answer broke off", context);
      });
      throwIfAborted();
      if (chunk === undefined) return;
      yield chunk;
    }
  } finally {
    close();
    for (const signal of given) signal.removeEventListener("abort", stop);
    // after the end there is nothing to cancel
    await reader.cancel().catch(() => undefined);
  }
}
