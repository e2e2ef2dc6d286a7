import { parentPort } from "node:worker_threads";
import { loadWriteTypes } from "../emit/types.js";
import type { Answer, Request } from "./types-thread.js";

// The second thread of a run: plain types, which need a compiler, are written while the first thread does everything else.
const types = loadWriteTypes();

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const answer = (message: Answer): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ id, document }: Request) => {
  void types.then((write) => write(document)).then(
    (text) => answer({ id, text }),
    (error: unknown) => answer({ id, error: reason(error) }),
  );
});
