import { frequentStages, type Stage, type StageEvent } from "./stage.js";

/** How far a run is. */
export interface Progress {
  /** Packages that are to be made, as far as that is known. */
  readonly total: number;
  readonly done: number;
  /** What is in the making, by name, with the stage that it is in. */
  readonly running: ReadonlyMap<string, Stage>;
}

/** Pieces of a stage, and what is done beside it, are no news. */
const isNews = (stage: Stage): boolean => stage !== "types" && !frequentStages.has(stage);

export const noProgress: Progress = { total: 0, done: 0, running: new Map() };

export const progressAfter = (progress: Progress, { api, stage, phase }: StageEvent): Progress => {
  if (!isNews(stage)) return progress;
  if (api === "") return stage === "write" && phase === "begin" ? { ...progress, running: new Map([["all", "write"]]) } : progress;
  const at = (now: Stage): Progress => ({ ...progress, running: new Map([...progress.running, [api, now]]) });
  if (phase === "begin") return at(stage);
  // the one stage that stands inside of another
  if (stage === "format") return at("wait");
  if (stage !== "package") return progress;
  return { ...progress, done: progress.done + 1, running: new Map([...progress.running].filter(([name]) => name !== api)) };
};

/** ~> "2/8 asana: emit, stripe: load" */
export const progressText = ({ total, done, running }: Progress): string =>
  `${done}/${total} ${[...running].map(([name, stage]) => `${name}: ${stage === "package" ? "begin" : stage}`).join(", ")}`;
