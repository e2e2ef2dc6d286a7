import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { WriteTypes, WrittenTypes } from "../emit/types.js";
import type { SourceObject } from "../source/value.js";

export interface Request {
  readonly id: number;
  readonly document: SourceObject;
}

export interface Answer {
  readonly id: number;
  readonly written: WrittenTypes;
}

/** Writes plain types, and rejects if the thread dies; `close` ends it, if there is one. */
export interface TypesThread {
  readonly writeTypes: WriteTypes;
  readonly close: () => Promise<void>;
}

/** Where the tool runs from its sources (tests), there is no file to start a thread from. */
const here = async (): Promise<TypesThread> => {
  const { loadWriteTypes } = await import("../emit/types.js");
  return { writeTypes: await loadWriteTypes(), close: async () => {} };
};

interface Waiting {
  readonly resolve: (written: WrittenTypes) => void;
  readonly reject: (error: Error) => void;
}

const there = (file: string, documents: number): TypesThread => {
  const worker = new Worker(file);
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let answered = 0;
  let broken: Error | undefined;
  worker.on("message", (answer: Answer) => {
    waiting.get(answer.id)?.resolve(answer.written);
    waiting.delete(answer.id);
    // a compiler that nobody needs any more gives back its memory
    if (++answered === documents) void worker.terminate();
  });
  worker.on("error", (error: Error) => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return {
    writeTypes: (document) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken);
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, document } satisfies Request);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
};

const workerFile = (): string => fileURLToPath(new URL("./types-worker.js", import.meta.url));

/** Starts the second thread where the tool is built; after so many documents it ends by itself. For none, the first does its work. */
export const startTypesThread = async (documents: number): Promise<TypesThread> => {
  const file = workerFile();
  return documents > 0 && existsSync(file) ? there(file, documents) : here();
};
