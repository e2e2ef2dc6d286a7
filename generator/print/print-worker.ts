import { parentPort } from "node:worker_threads";
import { createPrinting } from "./printing.js";
import type { Answer, Request } from "./print-thread.js";

// The second thread of a run: what needs a compiler is done here, while the first thread reads, emits and formats.
const printing = createPrinting();

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const answer = (message: Answer): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ id, job }: Request) => {
  void printing(job).then(
    (text) => answer({ id, text }),
    (error: unknown) => answer({ id, error: reason(error) }),
  );
});
