import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findTargets } from "../config/targets.js";
import { makeHere } from "../make-package.js";
import type { JobData } from "./job.js";
import { startThreads, type Threads } from "./threads.js";

const workerFile = (): string => fileURLToPath(new URL("./job-worker.js", import.meta.url));

/** Threads, or this one where the tool runs from its sources (tests), which are no files that a thread could be started from. */
export const openWorkshop = (data: Omit<JobData, "isOneOfMany">, jobs: number): Threads =>
  existsSync(workerFile())
    ? startThreads(workerFile(), { ...data, isOneOfMany: jobs > 1 }, jobs)
    : { ...makeHere(data.settings), find: () => findTargets(data.options) };
