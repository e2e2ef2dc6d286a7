import { keptVersion } from "./config/kept-version.js";
import type { Target } from "./config/targets.js";
import type { ReportedDiagnostic } from "./diagnostics/report.js";
import { rendered, reportedDiagnostics } from "./findings.js";
import { generateWith } from "./generate.js";
import type { MakeSettings } from "./make-package.js";
import { driftOf, type PackageDrift } from "./package-drift.js";
import { type Stopwatch, untimed } from "./progress/stage.js";
import { type AllTools, warmUp } from "./tools.js";

/** One package beside what its description gives, with what there is to say of the description: plain data, which threads hand to each other. */
export interface Checked extends PackageDrift {
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** The diagnostics as text for people. */
  readonly shown: string;
}

/** Makes a package in memory and compares it; of `revision`, where there is one, only what has changed since is told. Nothing is written. */
export const checkPackage = async (
  target: Target,
  { cwd, strict, most, color }: MakeSettings,
  revision: string | undefined,
  load: () => Promise<AllTools>,
  stopwatch: Stopwatch = untimed,
): Promise<Checked> => {
  // loading begins before the description is read, since most of it happens in another thread
  warmUp(load);
  const result = await generateWith({ ...target, version: keptVersion(target.out), cwd, strict, stopwatch }, load);
  const compared = stopwatch.begin("compare");
  const drift = await driftOf(target, result, cwd, revision);
  compared();
  const told = stopwatch.begin("report");
  const shown = rendered(result, color, most);
  told();
  return { ...drift, diagnostics: reportedDiagnostics(result), shown };
};
