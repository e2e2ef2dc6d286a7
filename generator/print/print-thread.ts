import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ModuleDraft } from "../code/declaration.js";
import type { WriteTypes } from "../emit/types.js";
import type { Job } from "./printing.js";

export interface Request {
  readonly id: number;
  readonly job: Job;
}

export type Answer = { readonly id: number } & ({ readonly text: string } | { readonly error: string });

/** Prints modules and writes plain types; `close` ends the thread, if there is one. */
export interface PrintThread {
  readonly print: (draft: ModuleDraft) => Promise<string>;
  readonly writeTypes: WriteTypes;
  readonly close: () => Promise<void>;
}

const threadOf = (run: (job: Job) => Promise<string>, close: () => Promise<void>): PrintThread => ({
  print: (draft) => run({ kind: "module", draft }),
  writeTypes: (document) => run({ kind: "types", document }),
  close,
});

/** Where the tool runs from its sources (tests), there is no file to start a thread from. */
const here = async (): Promise<PrintThread> => {
  const { createPrinting } = await import("./printing.js");
  return threadOf(createPrinting(), async () => {});
};

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

const there = (file: string): PrintThread => {
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
  const run = (job: Job): Promise<string> =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken);
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job } satisfies Request);
    });
  return threadOf(run, async () => {
    await worker.terminate();
  });
};

const workerFile = (): string => fileURLToPath(new URL("./print-worker.js", import.meta.url));

/** Starts the second thread where the tool is built. */
export const startPrintThread = async (): Promise<PrintThread> => {
  const file = workerFile();
  return existsSync(file) ? there(file) : here();
};
