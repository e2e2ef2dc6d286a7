// npm run lift:score: what the recognisers make of the labelled descriptions. test/lift/score is TypeScript, so it is bundled first.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// below the project, so that its dependencies are found
const folder = path.join(root, "node_modules/.cache/openapi-sieve-lift-score");
mkdirSync(folder, { recursive: true });
const outfile = path.join(folder, `run-${process.pid}.mjs`);
// the labels stand beside the source, not beside the bundle
const source = JSON.stringify(pathToFileURL(path.join(root, "test/lift/score/labelled.ts")).href);
process.chdir(root);
try {
  await build({ absWorkingDir: root, entryPoints: ["test/lift/score/run.ts"], outfile, bundle: true, format: "esm", platform: "node", packages: "external", define: { "import.meta.url": source }, logLevel: "warning" });
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
