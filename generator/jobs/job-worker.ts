import { parentPort, threadId, workerData } from "node:worker_threads";
import { findTargets, type Targets } from "../config/targets.js";
import { portable } from "../emitters/emitter-source.js";
import { type Checker, type Maker, makeHere } from "../make-package.js";
import { frequentStages, type HearStage, type StageEvent } from "../progress/stage.js";
import type { JobAnswer, JobData, JobRequest } from "./job.js";

// A thread that makes packages. It has read the configuration once; what changes there needs another thread.

// the thread that starts this one says nothing else
const { options, settings, isOneOfMany } = workerData as JobData;

const port = parentPort;

const tell = (answer: JobAnswer): void => port?.postMessage(answer);

const found = findTargets(options);

const open = async (): Promise<Maker & Checker> => {
  const targets = await found;
  const strict = settings.strict || (targets.kind === "targets" && targets.strict);
  return makeHere({ ...settings, strict }, Number.POSITIVE_INFINITY, { thread: threadId, isAlone: !isOneOfMany });
};

const maker = open();

const heard: StageEvent[] = [];

/** What is heard of the stages of single modules goes with the next one. */
const hear: HearStage = (event) => {
  heard.push(event);
  if (!frequentStages.has(event.stage)) tell({ kind: "stages", events: heard.splice(0) });
};

/** Functions of the configuration stay here. */
const handedOver = (targets: Targets): Targets =>
  targets.kind === "usage" ? targets : { ...targets, targets: targets.targets.map((target) => ({ ...target, emitters: target.emitters.map(portable) })) };

const answer = async (request: JobRequest): Promise<JobAnswer> => {
  const targets = await found;
  if (request.kind === "find") return { kind: "found", found: handedOver(targets) };
  const target = targets.kind === "targets" ? targets.targets.find(({ name }) => name === request.name) : undefined;
  if (target === undefined) throw new Error(`the configuration has no ${request.name} any more`);
  if (request.kind === "check") return { kind: "checked", checked: await (await maker).check(target, request.revision, hear) };
  return { kind: "made", made: await (await maker).make(target, hear) };
};

port?.on("message", (request: JobRequest) => {
  void answer(request).then(tell, (error: unknown) =>
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined }),
  );
});
