/** Timers take no longer time, about 24 days: they would go off at once. */
const longest = 2 ** 31 - 1;

/** Calls back after any time, unless the function that it gives is called before. */
const after = (milliseconds: number, done: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const go = (left: number): void => {
    timer = setTimeout(() => (left > longest ? go(left - longest) : done()), Math.min(left, longest));
  };
  go(milliseconds);
  return () => clearTimeout(timer);
};

/** Ends after `milliseconds`, or rejects with the signal's reason; leaves neither a timer nor a listener behind. */
export const wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const stop = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = after(milliseconds, () => {
      signal?.removeEventListener("abort", stop);
      resolve();
    });
    signal?.addEventListener("abort", stop, { once: true });
  });

/** What the promise gives, or the signal's reason as soon as it fires; what the promise gives later is lost. */
export const unlessAborted = <Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> => {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    const stop = (): void => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
};

/** What the promise gives, or what `late` makes as soon as the time is over; what the promise gives later is lost. */
export const within = <Value>(promise: Promise<Value>, milliseconds: number, late: () => Error): Promise<Value> => {
  if (!Number.isFinite(milliseconds)) return promise;
  return new Promise((resolve, reject) => {
    const cancel = after(milliseconds, () => reject(late()));
    promise.then(resolve, reject).finally(cancel);
  });
};

/** One signal out of several and a time. */
export interface Watch {
  /** None where there is nothing to listen to, and no time. */
  readonly signal: AbortSignal | undefined;
  /** Did the time run out? */
  readonly isOver: () => boolean;
  /** Stops the clock and the listening; the signal then never fires again. */
  readonly release: () => void;
}

const endless: Watch = { signal: undefined, isOver: () => false, release: () => undefined };

/** `AbortSignal.any` and `AbortSignal.timeout` would do, but the timer of the latter cannot be stopped. */
export const watch = (signals: readonly (AbortSignal | undefined)[], milliseconds: number): Watch => {
  const given = signals.filter((signal) => signal !== undefined);
  if (given.length === 0 && !Number.isFinite(milliseconds)) return endless;
  const controller = new AbortController();
  let over = false;
  const listeners = given.map((signal) => {
    const stop = (): void => controller.abort(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    return () => signal.removeEventListener("abort", stop);
  });
  const cancel = Number.isFinite(milliseconds)
    ? after(milliseconds, () => {
        over = true;
        controller.abort();
      })
    : undefined;
  return {
    signal: controller.signal,
    isOver: () => over,
    release: () => {
      cancel?.();
      for (const remove of listeners) remove();
    },
  };
};
