import { parentPort, threadId } from "node:worker_threads";
import { loadWriteTypes } from "../emit/types.js";
import { processClock, type Work } from "../progress/stage.js";
import { textHash } from "../write/text-hash.js";
import type { Answer, Request } from "./types-thread.js";

// The second thread of a run: plain types, which need a compiler, are written while the first thread does everything else.
const timed = async <Result>(piece: string, task: () => Promise<Result>): Promise<{ readonly result: Result; readonly work: Work }> => {
  const begin = processClock();
  const result = await task();
  return { result, work: { piece, thread: threadId, begin, end: processClock() } };
};

const loaded = timed("load", () => loadWriteTypes(textHash));

/** Work that no answer has told of yet: each tells of its own, and the first of loading. */
const untold: Work[] = [];
void loaded.then(({ work }) => untold.push(work));

parentPort?.on("message", ({ id, document, kept }: Request) => {
  void loaded.then(async ({ result: write }) => {
    const { result: written, work } = await timed("write", () => write(document, kept));
    parentPort?.postMessage({ id, written, work: [...untold.splice(0), work] } satisfies Answer);
  });
});
