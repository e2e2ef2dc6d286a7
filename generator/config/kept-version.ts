import { readFileSync } from "node:fs";
import path from "node:path";

/** Semantic Versioning 2.0.0 §2, without build data. */
const semver = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?$/;

/** The version that the tool's record of a package gives it (`diff --apply`), in place of the description's. */
export const keptVersion = (folder: string): string | undefined => {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, ".openapi-sieve", "manifest.json"), "utf8"));
    const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : undefined;
    return typeof version === "string" && semver.test(version) ? version : undefined;
  } catch {
    // no package stands there, or none that has a version of its own
    return undefined;
  }
};
