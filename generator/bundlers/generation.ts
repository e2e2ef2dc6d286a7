import { existsSync } from "node:fs";
import path from "node:path";
import { defaultMost } from "../commands/options.js";
import { isUrl } from "../config/input-problem.js";
import type { Target, Targets } from "../config/targets.js";
import { displayPath } from "../file-host.js";
import type { Outcome, Run } from "../generate-targets.js";
import { tally } from "../diagnostics/tally.js";
import { type FileState, isUnchanged, stateSince } from "./file-state.js";
import { GenerationError } from "./generation-error.js";
import type { Split } from "./plugin-options.js";

/** What became of the packages. */
export type Result =
  | {
      readonly kind: "made";
      /** The warnings as text; empty where there are none. */
      readonly warnings: string;
      /** A line for each package of which something was written or removed. */
      readonly news: readonly string[];
    }
  | { readonly kind: "failed"; readonly error: GenerationError };

/** Keeps the packages of a configuration what their descriptions say. */
export interface Generation {
  /** Brings the packages up to date. Runs do not overlap: who asks before one has begun shares it. */
  readonly run: () => Promise<Result>;
  /** Absolute paths of the files that the last run was made of; while it failed, also those of the one before. */
  readonly files: () => ReadonlySet<string>;
  /** Is the file written by the last run, or might it be? */
  readonly isOutput: (file: string) => boolean;
}

const newsOf = ({ target, written, removed }: Outcome, cwd: string): readonly string[] =>
  written.length + removed.length === 0
    ? []
    : [`${target.name}: ${written.length} written${removed.length === 0 ? "" : `, ${removed.length} removed`} in ${displayPath(target.out, cwd)}`];

const shownOf = (outcomes: readonly Outcome[]): string => outcomes.map(({ shown }) => shown).filter((text) => text !== "").join("\n");

const failed = (message: string, outcomes: readonly Outcome[] = []): Result => ({
  kind: "failed",
  error: new GenerationError(message, outcomes.flatMap(({ diagnostics }) => diagnostics)),
});

const resultOf = (run: Run, cwd: string): Result => {
  switch (run.kind) {
    case "written":
      return { kind: "made", warnings: shownOf(run.outcomes), news: run.outcomes.flatMap((outcome) => newsOf(outcome, cwd)) };
    case "broken":
      return failed(`${shownOf(run.outcomes)}\n${tally(run.outcomes.flatMap(({ diagnostics }) => diagnostics))}: nothing was written`, run.outcomes);
    case "foreign":
      return failed(run.messages.join("\n"), run.outcomes);
    case "unwritable":
      return failed(`cannot write ${displayPath(run.target.out, cwd)}: ${String(run.error)}`, run.outcomes);
  }
};

/** What a target is made of before anything of it was read. */
const namedBy = ({ input, overlays }: Target): readonly string[] => (isUrl(input) ? overlays : [input, ...overlays]);

const findTargets = async ({ inline, cwd, config }: Split): Promise<Targets> => {
  const targets = await import("../config/targets.js");
  if (inline !== undefined) return targets.targetsOf(inline, { cwd, access: {} }, "the options of openapi-sieve");
  return targets.findTargets({ cwd, ...(config !== undefined && { config }), inputs: [], overlays: [], only: undefined, access: {} });
};

export const createGeneration = (split: Split): Generation => {
  const cwd = path.resolve(split.cwd);
  let files: ReadonlySet<string> = new Set();
  let folders: readonly string[] = [];
  /** What the packages were made of, and what was told of it: builds of several environments begin one after the other. */
  let made: { readonly state: FileState; readonly warnings: string } | undefined;

  const runOnce = async (): Promise<Result> => {
    if (made !== undefined && isUnchanged(made.state) && folders.every((folder) => existsSync(folder))) return { kind: "made", warnings: made.warnings, news: [] };
    made = undefined;
    const begun = Date.now();
    const found = await findTargets({ ...split, cwd });
    const named = [...found.files, ...(found.kind === "usage" ? [] : found.targets.flatMap(namedBy))];
    if (found.kind === "usage") {
      files = new Set([...files, ...named]);
      return failed(found.messages.join("\n"));
    }
    folders = found.targets.map(({ out }) => out + path.sep);
    // all that writes code, which a configuration that says nothing does not need
    const { generateTargets } = await import("../generate-targets.js");
    const run = await generateTargets(found.targets, { cwd, strict: split.strict || found.strict, most: defaultMost, color: false, cache: true });
    const inputs = run.outcomes.flatMap((outcome) => outcome.inputs);
    const read = inputs.filter((input) => !isUrl(input));
    files = new Set([...(run.kind === "written" ? [] : files), ...named, ...read]);
    const result = resultOf(run, cwd);
    const state = result.kind === "failed" || read.length < inputs.length ? undefined : stateSince(begun, files);
    made = result.kind === "failed" || state === undefined ? undefined : { state, warnings: result.warnings };
    return result;
  };

  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<Result> | undefined;
  return {
    run: () => {
      if (waiting !== undefined) return waiting;
      const own = last.then(() => {
        waiting = undefined;
        return runOnce();
      });
      waiting = own;
      // a run that throws is told to who asked for it, and does not stop the next
      last = own.catch(() => undefined);
      return own;
    },
    files: () => files,
    isOutput: (file) => folders.some((folder) => file.startsWith(folder)),
  };
};
