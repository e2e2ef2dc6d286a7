import { parentPort } from "node:worker_threads";
import { loadWriteTypes } from "../emit/types.js";
import type { Answer, Request } from "./types-thread.js";

// The second thread of a run: plain types, which need a compiler, are written while the first thread does everything else.
const types = loadWriteTypes();

parentPort?.on("message", ({ id, document }: Request) => {
  void types.then(async (write) => {
    const answer: Answer = { id, written: await write(document) };
    parentPort?.postMessage(answer);
  });
});
