/** Ends after `milliseconds`, or rejects with the signal's reason; leaves neither a timer nor a listener behind. */
export const wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });

/** One signal out of several and a time. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Did the time run out? */
  readonly isOver: () => boolean;
  /** Stops the clock and the listening; the signal then never fires again. */
  readonly release: () => void;
}

/** `AbortSignal.any` and `AbortSignal.timeout` would do, but the timer of the latter cannot be stopped. */
export const watch = (signals: readonly (AbortSignal | undefined)[], milliseconds: number): Watch => {
  const controller = new AbortController();
  const given = signals.filter((signal) => signal !== undefined);
  let over = false;
  const listeners = given.map((signal) => {
    const stop = (): void => controller.abort(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    return () => signal.removeEventListener("abort", stop);
  });
  const timer = Number.isFinite(milliseconds)
    ? setTimeout(() => {
        over = true;
        controller.abort();
      }, milliseconds)
    : undefined;
  return {
    signal: controller.signal,
    isOver: () => over,
    release: () => {
      clearTimeout(timer);
      for (const remove of listeners) remove();
    },
  };
};
