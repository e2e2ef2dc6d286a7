import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { loadWriteTypes, type WriteTypes } from "../emit/types.js";
import type { SourceObject } from "../source/value.js";
import { type Format, loadFormat } from "./format.js";

export type Job =
  | { readonly kind: "types"; readonly document: SourceObject }
  | { readonly kind: "format"; readonly text: string; readonly path: string };

export type Answer = { readonly text: string } | { readonly error: string };

interface Waiting {
  readonly job: Job;
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** Writes plain types and formats text, in this thread and a second one. */
export interface PrintPool {
  readonly writeTypes: WriteTypes;
  readonly format: Format;
  readonly close: () => Promise<void>;
}

/** Everything in this thread: where the tool runs from its sources (tests), there is no file to start a thread from. */
const single = async (): Promise<PrintPool> => {
  const [writeTypes, format] = await Promise.all([loadWriteTypes(), loadFormat()]);
  return { writeTypes: async (document) => format(await writeTypes(document), "openapi.ts"), format, close: async () => {} };
};

const shared = async (file: string): Promise<PrintPool> => {
  const worker = new Worker(file);
  const types: Waiting[] = [];
  const queue: Waiting[] = [];
  let there: Waiting | undefined;
  let here: Promise<void> | undefined;
  let broken: Error | undefined;

  const feed = (): void => {
    if (there !== undefined || broken !== undefined) return;
    // types can only be written there, so they come first; of the texts it takes the longest
    there = types.shift() ?? queue.shift();
    if (there !== undefined) worker.postMessage(there.job);
  };

  worker.on("message", (answer: Answer) => {
    const done = there;
    there = undefined;
    feed();
    if ("text" in answer) done?.resolve(answer.text);
    else done?.reject(new Error(answer.error));
  });
  worker.on("error", (error: Error) => {
    broken = error;
    for (const waiting of [there, ...types, ...queue]) waiting?.reject(error);
  });

  const format = await loadFormat();
  const work = async (): Promise<void> => {
    // let everything that is printed at once come into the queue before the first piece is taken
    for (await setImmediate(); queue.length > 0; await setImmediate()) {
      const next = queue.pop();
      if (next?.job.kind === "format") await format(next.job.text, next.job.path).then(next.resolve, next.reject);
    }
    here = undefined;
  };

  const add = (list: Waiting[], job: Job): Promise<string> =>
    new Promise((resolve, reject) => {
      list.push({ job, resolve, reject });
      queue.sort((left, right) => lengthOf(right.job) - lengthOf(left.job));
      feed();
      here ??= work();
    });

  return {
    writeTypes: (document) => add(types, { kind: "types", document }),
    format: (text, path) => add(queue, { kind: "format", text, path }),
    close: async () => {
      await worker.terminate();
    },
  };
};

const lengthOf = (job: Job): number => (job.kind === "format" ? job.text.length : 0);

const workerFile = (): string => fileURLToPath(new URL("./print-worker.js", import.meta.url));

/** Starts the second thread where the tool is built. */
export const startPrintPool = (): Promise<PrintPool> => {
  const file = workerFile();
  return existsSync(file) ? shared(file) : single();
};
