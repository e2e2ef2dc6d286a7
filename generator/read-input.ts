import { slowPatterns } from "./check/slow-patterns.js";
import { inputProblem } from "./config/input-problem.js";
import { createCollector } from "./diagnostics/collector.js";
import type { CustomFormat } from "./formats/custom-format.js";
import type { ReadSpec } from "./read-spec.js";

/** The check that loads what it needs, which reading at once cannot wait for. */
const withSlowPatterns = async (read: ReadSpec): Promise<ReadSpec> => {
  if (read.contract === undefined) return read;
  const { report, diagnostics } = createCollector();
  await slowPatterns(read.contract, report);
  return { ...read, diagnostics: [...read.diagnostics, ...diagnostics()] };
};

/** The description that an input names, or the finding that it names none. */
export const readInput = async (input: string, cwd: string, formats: readonly CustomFormat[] = []): Promise<ReadSpec> => {
  const problem = inputProblem(input, cwd);
  if (problem === undefined) {
    // the parser is only loaded where something is read
    const { readSpec } = await import("./read-spec.js");
    return withSlowPatterns(readSpec(input, cwd, formats));
  }
  const { report, diagnostics } = createCollector();
  report("file-missing", { message: problem });
  return { contract: undefined, diagnostics: diagnostics(), inputs: [], locate: () => undefined };
};
