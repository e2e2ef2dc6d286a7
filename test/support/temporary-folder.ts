import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Gives a run of tests a temporary folder of its own, in which theirs are made, and removes it with all that they left. */
export const setup = (): (() => void) => {
  const before = process.env["TMPDIR"];
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-run-"));
  process.env["TMPDIR"] = folder;
  return () => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  };
};
