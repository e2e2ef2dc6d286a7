import path from "node:path";
import { slowPatterns } from "./check/slow-patterns.js";
import { inputProblem } from "./config/input-problem.js";
import { createCollector } from "./diagnostics/collector.js";
import type { CustomFormat } from "./formats/custom-format.js";
import { displayPath } from "./file-host.js";
import type { ReadSpec } from "./read-spec.js";
import type { Alter } from "./source/load-document.js";

/** The check that loads what it needs, which reading at once cannot wait for. */
const withSlowPatterns = async (read: ReadSpec): Promise<ReadSpec> => {
  if (read.contract === undefined) return read;
  const { report, diagnostics } = createCollector();
  await slowPatterns(read.contract, report);
  return { ...read, diagnostics: [...read.diagnostics, ...diagnostics().map(read.explained)] };
};

/** Beside the description, files that say how it is changed, and formats that it may use. */
export interface InputOptions {
  /** Paths of overlays, relative to the working directory, in the order in which they are applied. */
  readonly overlays?: readonly string[];
  readonly formats?: readonly CustomFormat[];
}

/** What reads JSONPath is only loaded where there are overlays. */
const alterWith = async (overlays: readonly string[], cwd: string): Promise<Alter | undefined> => {
  if (overlays.length === 0) return undefined;
  const { applyOverlays } = await import("./source/overlay/apply-overlays.js");
  return applyOverlays(overlays.map((overlay) => displayPath(path.resolve(cwd, overlay), cwd)));
};

/** The description that an input names, or the finding that it names none. */
export const readInput = async (input: string, cwd: string, { overlays = [], formats = [] }: InputOptions = {}): Promise<ReadSpec> => {
  const problem = inputProblem(input, cwd);
  if (problem === undefined) {
    // the parser is only loaded where something is read
    const { readSpec } = await import("./read-spec.js");
    return withSlowPatterns(readSpec(input, cwd, formats, await alterWith(overlays, cwd)));
  }
  const { report, diagnostics } = createCollector();
  report("file-missing", { message: problem });
  return { contract: undefined, diagnostics: diagnostics(), inputs: [], locate: () => undefined, explained: (diagnostic) => diagnostic };
};
