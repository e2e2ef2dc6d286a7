// Bundles the tool into dist/: one file per command, dependencies left outside. Runs in a fraction of a second.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));

/** A hash of everything that decides what is generated: the sources, the run time and the locked dependencies. */
const buildId = () => {
  const hash = createHash("sha256");
  for (const file of [...filesBelow(path.join(root, "generator")), ...filesBelow(path.join(root, "templates")), path.join(root, "package.json")])
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest("base64url");
};

rmSync(path.join(root, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["generator/cli.ts", "generator/index.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  chunkNames: "chunks/[name]-[hash]",
  define: { OPENAPI_SIEVE_BUILD: JSON.stringify(buildId()) },
  legalComments: "none",
  logLevel: "warning",
});
