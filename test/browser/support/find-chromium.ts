import { accessSync, constants } from "node:fs";
import path from "node:path";

/** The one of Debian without windows first: it is the smallest. */
const names = ["chromium-headless-shell", "chromium", "google-chrome"];

export const howToInstall = "Install Chromium with `bash scripts/install-browser.sh`, or name one in CHROMIUM.";

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The browser that the tests drive: the one that CHROMIUM names, or the first that is found on the path. Where there is none,
 * undefined, or an error if BROWSER_TESTS says that they are required.
 */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined => {
  const { CHROMIUM: named, PATH: folders = "", BROWSER_TESTS: wanted } = env;
  if (named !== undefined && !isExecutable(named)) throw new Error(`CHROMIUM names ${named}, which is no program.`);
  const found = names.flatMap((name) => folders.split(path.delimiter).map((folder) => path.join(folder, name)));
  const chromium = named ?? found.find(isExecutable);
  if (chromium === undefined && wanted === "required") throw new Error(`BROWSER_TESTS=required, but there is no Chromium. ${howToInstall}`);
  return chromium;
};
