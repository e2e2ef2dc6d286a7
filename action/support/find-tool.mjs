import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { UsageError } from "./inputs.mjs";

/** The tool as it is installed for the folder, as Node finds it: in its node_modules or in those above. */
const installed = (cwd) => {
  try {
    const manifest = createRequire(path.join(cwd, "package.json")).resolve("openapi-sieve/package.json");
    const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
    return path.join(path.dirname(manifest), bin["openapi-sieve"]);
  } catch {
    return undefined;
  }
};

/** The command with its first arguments: what is installed, unless a version is asked for, which npm fetches. */
export const findTool = ({ cwd, version }) => {
  if (version !== "") return ["npx", "--yes", `openapi-sieve@${version}`];
  const file = installed(cwd);
  if (file === undefined)
    throw new UsageError("openapi-sieve is not installed here: run `npm ci` before this step, or name the input `version`");
  return [process.execPath, file];
};
