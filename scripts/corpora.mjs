// npm run corpora: what becomes of every document of the corpora. test/corpora is TypeScript, so it is bundled first.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// below the project, so that its dependencies are found
const folder = path.join(root, "node_modules/.cache/openapi-sieve-corpora");
mkdirSync(folder, { recursive: true });
const outfile = path.join(folder, `run-${process.pid}.mjs`);
process.env.CORPORA ??= path.join(root, "../shared/corpora/");
try {
  await build({ absWorkingDir: root, entryPoints: ["test/corpora/run.ts"], outfile, bundle: true, format: "esm", platform: "node", packages: "external", define: { OPENAPI_SIEVE_BUILD: '""' }, logLevel: "warning" });
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
