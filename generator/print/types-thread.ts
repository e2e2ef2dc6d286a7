import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { WriteTypes, WrittenTypes } from "../emit/types.js";
import { type Stopwatch, untimed, type Work } from "../progress/stage.js";
import { textHash } from "../write/text-hash.js";
import type { SourceObject } from "../source/value.js";

export interface Request {
  readonly id: number;
  readonly document: SourceObject;
  readonly kept: string | undefined;
}

export interface Answer {
  readonly id: number;
  readonly written: WrittenTypes;
  /** What the thread did since the last answer. */
  readonly work: readonly Work[];
}

/** The stopwatch is of the package whose types they are. */
export type WriteTimedTypes = (document: SourceObject, kept?: string, stopwatch?: Stopwatch) => Promise<WrittenTypes>;

/** Writes plain types, and rejects if the thread dies; `close` ends it, if there is one. `warm` starts it before there is something to write. */
export interface TypesThread {
  readonly warm: () => void;
  readonly writeTypes: WriteTimedTypes;
  readonly close: () => Promise<void>;
}

/** Where the tool runs from its sources (tests), there is no file to start a thread from. */
const here = (): TypesThread => {
  let loading: Promise<WriteTypes> | undefined;
  const load = (): Promise<WriteTypes> => (loading ??= import("../emit/types.js").then(({ loadWriteTypes }) => loadWriteTypes(textHash)));
  const writeTypes: WriteTimedTypes = async (document, kept, stopwatch = untimed) => {
    const loaded = stopwatch.begin("types", "load");
    const write = await load();
    loaded();
    const wrote = stopwatch.begin("types", "write");
    const written = await write(document, kept);
    wrote();
    return written;
  };
  // loaded before it is needed, it would only keep this thread from what comes first
  return { warm: () => {}, writeTypes, close: async () => {} };
};

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

const there = (file: string, documents: number): TypesThread => {
  let started: Worker | undefined;
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let answered = 0;
  let broken: Error | undefined;
  const start = (): Worker => {
    const worker = new Worker(file);
    // one that nobody waits for keeps no process from ending
    worker.unref();
    worker.on("message", (answer: Answer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      // a compiler that nobody needs any more gives back its memory
      if (++answered === documents) void worker.terminate();
    });
    worker.on("error", (error: Error) => {
      broken = error;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    return worker;
  };
  const warm = (): Worker => (started ??= start());
  const ask = (document: SourceObject, kept: string | undefined): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken);
      const id = next++;
      waiting.set(id, { resolve, reject });
      const worker = warm();
      worker.ref();
      worker.postMessage({ id, document, kept } satisfies Request);
    });
  return {
    warm: () => void warm(),
    writeTypes: async (document, kept, stopwatch = untimed) => {
      const { written, work } = await ask(document, kept);
      stopwatch.add("types", work);
      return written;
    },
    close: async () => {
      await started?.terminate();
    },
  };
};

const workerFile = (): string => fileURLToPath(new URL("./types-worker.js", import.meta.url));

/** A second thread where the tool is built, once it is needed; after so many documents it ends by itself. For none, the first does its work. */
export const createTypesThread = (documents: number): TypesThread => {
  const file = workerFile();
  return documents > 0 && existsSync(file) ? there(file, documents) : here();
};
