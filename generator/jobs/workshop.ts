import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { findTargets, type Target } from "../config/targets.js";
import { type Checker, type Maker, makeHere } from "../make-package.js";
import type { JobData } from "./job.js";
import { startThreads, type Threads } from "./threads.js";

const workerFile = (): string => fileURLToPath(new URL("./job-worker.js", import.meta.url));

/** Bytes of descriptions that are worth a thread: it loads for half a second what another has loaded already. */
const worthAThread = 500_000;

const sizeOf = ({ input }: Target): number => statSync(input, { throwIfNoEntry: false })?.size ?? 0;

/** In how many threads packages are made: as many as was said, or as there are processors for; and as there is work for. */
export const jobsFor = (targets: readonly Target[], wanted?: number, processors = availableParallelism()): number => {
  const worth = targets.reduce((sum, target) => sum + sizeOf(target), 0) / worthAThread;
  return Math.max(1, Math.min(targets.length, wanted ?? Math.min(processors, Math.ceil(worth))));
};

/** Threads, or this one where the tool runs from its sources (tests), which are no files that a thread could be started from. */
export const openWorkshop = (data: JobData, jobs: number): Threads =>
  existsSync(workerFile()) ? startThreads(workerFile(), data, jobs) : { ...makeHere(data.settings), find: () => findTargets(data.options) };

/** For these packages: one is made in this thread, and several as `jobsFor` says. Where no jobs are wanted at all, everything is done in this thread. */
export const openMaker = (data: Omit<JobData, "isOneOfMany">, targets: readonly Target[], wanted?: number): Maker & Checker => {
  if (wanted === 0) return makeHere(data.settings, targets.length, { thread: 0, isAlone: false });
  const jobs = jobsFor(targets, wanted);
  return jobs === 1 ? makeHere(data.settings, targets.length) : openWorkshop({ ...data, isOneOfMany: true }, jobs);
};
