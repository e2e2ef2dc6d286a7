import { describe } from "vitest";
import { findChromium, howToInstall } from "./find-chromium.js";

/** Tests that need a browser: skipped with a message where there is none. */
export const describeInChromium = (name: string, tests: (executable: string) => void): void => {
  const executable = findChromium();
  if (executable === undefined) console.warn(`Skipped, there is no browser: ${name}. ${howToInstall}`);
  describe.skipIf(executable === undefined)(name, () => tests(executable ?? ""));
};
