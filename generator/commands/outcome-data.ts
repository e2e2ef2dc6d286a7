import { displayPath } from "../file-host.js";
import type { Outcome } from "../generate-targets.js";

/** What was done about one package, as `--format json` prints it. */
export const apiData = ({ target, written, removed, unchanged, notices, diagnostics }: Outcome, cwd: string): object => ({
  name: target.name,
  out: displayPath(target.out, cwd),
  ...{ written: written.length, removed: removed.length, unchanged, notices, diagnostics },
});
