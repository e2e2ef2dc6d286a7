import { changesData } from "../compare/render/json.js";
import type { ReportedDiagnostic } from "../diagnostics/report.js";
import { type Drift, inOrder, type Meaning } from "./drift.js";

/** `changes` and `bump` are null where there is nothing to compare with; `reason` says why. */
const meaningData = (meaning: Meaning): object =>
  meaning.kind === "known" ? changesData(meaning.changes.map(({ at: _, ...change }) => change)) : { changes: null, bump: null, reason: meaning.reason };

/** The drift of a package as `check --format json` prints it; generator/schemas/output.schema.json has the shape. */
export const driftData = (drift: Drift, diagnostics: readonly ReportedDiagnostic[]): object => {
  const { name, input, out, status, meaning, files, since } = drift;
  return {
    ...{ name, input, out, status },
    ...meaningData(meaning),
    differences: inOrder(files).map(({ path, kind }) => ({ path, kind })),
    ...(since === undefined ? {} : { since: { revision: since.revision, ...meaningData(since.meaning) } }),
    diagnostics,
  };
};
