import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { WriteTypes } from "../emit/types.js";
import type { SourceObject } from "../source/value.js";

export interface Request {
  readonly id: number;
  readonly document: SourceObject;
}

export type Answer = { readonly id: number } & ({ readonly text: string } | { readonly error: string });

/** Writes plain types; `close` ends the thread, if there is one. */
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
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

const there = (file: string): TypesThread => {
  const worker = new Worker(file);
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let broken: Error | undefined;
  worker.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("text" in answer) asked?.resolve(answer.text);
    else asked?.reject(new Error(answer.error));
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

/** Starts the second thread where the tool is built. */
export const startTypesThread = async (): Promise<TypesThread> => {
  const file = workerFile();
  return existsSync(file) ? there(file) : here();
};
