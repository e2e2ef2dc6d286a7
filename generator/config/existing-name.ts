import { readFileSync } from "node:fs";
import path from "node:path";
import { packageName } from "./parse-config.js";

/** The name in the package.json of a folder, if there is one that npm takes. */
export const existingName = (folder: string): string | undefined => {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const name = typeof manifest === "object" && manifest !== null && "name" in manifest ? manifest.name : undefined;
    return typeof name === "string" && packageName.test(name) ? name : undefined;
  } catch {
    // there is none, or none that could be kept
    return undefined;
  }
};
