import { AbortError } from "../errors.js";
import type { Intake } from "./intake.js";
import type { BulkItems } from "./options.js";
import type { Entry, Settled } from "./result.js";
import type { Run } from "./run.js";
import { sendChunk } from "./send-chunk.js";

/** Items that follow each other: as many as one request takes, and what is already settled among them. */
interface Chunk {
  readonly settled: readonly Settled[];
  readonly entries: readonly Entry[];
}

interface Flight {
  /** The results of a chunk, in the order of the items. */
  readonly done: Promise<readonly Settled[]>;
}

type Step = { readonly chunk: Chunk | undefined } | { readonly flight: Flight; readonly batch: readonly Settled[] };

interface Reader {
  /** The next chunk; undefined at the end of the items. */
  readonly next: () => Promise<Chunk | undefined>;
  readonly close: () => void;
}

const iteratorOf = <Item>(items: BulkItems<Item>): Iterator<Item> | AsyncIterator<Item> =>
  Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();

const createReader = (run: Run, items: BulkItems<unknown>, take: (entry: Entry) => Intake): Reader => {
  const iterator = iteratorOf(items);
  let index = 0;
  let ended = false;
  const next = async (): Promise<Chunk | undefined> => {
    const settled: Settled[] = [];
    const entries: Entry[] = [];
    while (!ended && settled.length + entries.length < run.chunkSize) {
      const item = await iterator.next();
      if (run.cause() !== undefined || run.signal.aborted) return undefined;
      if (item.done === true) {
        ended = true;
        run.ledger?.close(index);
        break;
      }
      const taken = take({ index: index++, item: item.value });
      if (taken.settled === undefined) entries.push(taken.entry);
      else settled.push(taken.settled);
    }
    return settled.length + entries.length === 0 ? undefined : { settled, entries };
  };
  return {
    next,
    // a source that is asked just now answers later, or never
    close: () => void (ended ? undefined : Promise.resolve(iterator.return?.()).catch(() => undefined)),
  };
};

const flightOf = (run: Run, { settled, entries }: Chunk): Flight => ({
  done: sendChunk(run, entries).then((sent) => [...settled, ...sent].sort((left, right) => left.index - right.index)),
});

/** The next chunk, or none as soon as the run is aborted. Nothing of it stays with the signal, which lives on. */
const read = (reader: Reader, { signal }: Run): Promise<Step> => {
  const step = new Promise<Step>((resolve, reject) => {
    const stop = (): void => resolve({ chunk: undefined });
    signal.addEventListener("abort", stop, { once: true });
    const done = reader.next().finally(() => signal.removeEventListener("abort", stop));
    done.then((chunk) => resolve({ chunk }), reject);
  });
  // nobody waits for it any more once the run is stopped
  step.catch(() => undefined);
  return step;
};

/**
 * The results in batches, each of items that follow each other: in the order of the items (`ordered`), or as they come. No
 * more than `concurrency` chunks are read and not yet given. Ends early where the run is stopped; `run.cause()` tells.
 */
export async function* settle(run: Run, items: BulkItems<unknown>, take: (entry: Entry) => Intake, ordered: boolean): AsyncGenerator<readonly Settled[], void, undefined> {
  const reader = createReader(run, items, take);
  const flights: Flight[] = [];
  let reading: Promise<Step> | undefined;
  let ended = false;
  const landed = async (flight: Flight): Promise<Step> => ({ flight, batch: await flight.done });
  try {
    for (;;) {
      if (!ended && run.signal.aborted) run.stop(new AbortError(run.context, run.signal.reason));
      if (run.cause() !== undefined) ended = true;
      if (!ended && flights.length < run.concurrency) reading ??= read(reader, run);
      const waiting = [...(ended || reading === undefined ? [] : [reading]), ...(ordered ? flights.slice(0, 1) : flights).map(landed)];
      if (waiting.length === 0) return;
      const step = await Promise.race(waiting);
      if ("flight" in step) {
        flights.splice(flights.indexOf(step.flight), 1);
        yield step.batch;
      } else {
        reading = undefined;
        if (step.chunk === undefined && !run.signal.aborted) ended = true;
        if (step.chunk !== undefined) flights.push(flightOf(run, step.chunk));
      }
    }
  } catch (error) {
    run.stop(error);
    while (flights.length > 0) yield (await flights.shift()?.done) ?? [];
  } finally {
    reader.close();
    run.release();
    await Promise.all(flights.map(({ done }) => done));
  }
}
