import { parentPort } from "node:worker_threads";
import { loadWriteTypes } from "../emit/types.js";
import { loadFormat } from "./format.js";
import type { Answer, Job } from "./print-pool.js";

// The second thread of a run. It begins with the plain types, whose compiler loads here while the first thread reads and
// prints, and then takes its share of the formatting.
const types = loadWriteTypes();
const format = loadFormat();

const done = async (job: Job): Promise<string> =>
  job.kind === "types" ? (await format)(await (await types)(job.document), "openapi.ts") : (await format)(job.text, job.path);

const reason = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const answer = (message: Answer): void => parentPort?.postMessage(message);

parentPort?.on("message", (job: Job) => {
  void done(job).then(
    (text) => answer({ text }),
    (error: unknown) => answer({ error: reason(error) }),
  );
});
