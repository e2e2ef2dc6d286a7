// Makes .built/: the server in one file, and a copy of the package that is measured.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));

export const prepare = async () => {
  const built = path.join(here, ".built");
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  // others may generate again meanwhile
  cpSync(path.join(root, "generated/pigello-accounts/dist"), path.join(built, "sieve"), { recursive: true });
  await build({
    entryPoints: [path.join(here, "serve.mjs")],
    outfile: path.join(built, "serve.mjs"),
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
};
