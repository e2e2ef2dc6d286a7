import { parentPort, threadId } from "node:worker_threads";
import { loadWriteTypes, type WriteTypes } from "../emit/types.js";
import { processClock, type Work } from "../progress/stage.js";
import { textHash } from "../write/text-hash.js";
import type { Answer, Request } from "./types-thread.js";

// The second thread of a run: plain types, which need a compiler, are written while the first thread does everything else.
const work: Work[] = [];

const timed = async <Result>(piece: string, task: () => Promise<Result>): Promise<Result> => {
  const begin = processClock();
  const result = await task();
  work.push({ piece, thread: threadId, begin, end: processClock() });
  return result;
};

const types: Promise<WriteTypes> = timed("load", () => loadWriteTypes(textHash));

parentPort?.on("message", ({ id, document, kept }: Request) => {
  void types.then(async (write) => {
    const written = await timed("write", () => write(document, kept));
    parentPort?.postMessage({ id, written, work: work.splice(0) } satisfies Answer);
  });
});
