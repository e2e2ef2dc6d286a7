import type { Settled } from "./result.js";
import type { Run } from "./run.js";

/** Counts the batches, and tells `onProgress` after each, whose failure ends the run as others do. */
export const createTally = (run: Run, total: number | undefined): ((batch: readonly Settled[]) => void) => {
  let done = 0;
  let rejected = 0;
  return (batch) => {
    done += batch.length;
    for (const { result } of batch) if (result.status === "rejected") rejected += 1;
    try {
      run.input.onProgress?.({ done, ...(total === undefined ? {} : { total }), rejected, bytes: run.bytes() });
    } catch (error) {
      run.stop(error);
    }
  };
};
