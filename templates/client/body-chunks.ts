import { AbortError, type ErrorContext, NetworkError } from "./errors.js";
import { readAhead } from "./read-ahead.js";

type Signals = readonly (AbortSignal | undefined)[];

/**
 * The bytes of an answer as they come. Leaving the loop, or a signal, closes the connection; not much is read before it is asked
 * for. A body that breaks off ends with a NetworkError.
 */
export async function* bodyChunks(body: ReadableStream<Uint8Array>, signals: Signals, context: ErrorContext): AsyncGenerator<Uint8Array, void, undefined> {
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
      const chunk = await next().catch((): never => {
        throwIfAborted();
        throw new NetworkError("the answer broke off", context);
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
