import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder that goes when the test ends. */
export const temporaryFolder = (): string => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "openapi-sieve-config-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
