// A contestant with one export, bundled as a program would be that validates this one body.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));

export const bundle = async (contents, resolveDir = here) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0].contents;
};

export const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** Only what tells all issues of one body. */
const entries = {
  "sieve.mjs": 'export { validateOrganizationuserWrite as all } from "./.built/sieve/schemas/organizationuser-write.js";',
  "ajv.mjs": 'import { item } from "./.built/ajv/ours-all.cjs"; export const all = (value) => (item(value) ? undefined : item.errors);',
  "ajv-formats.mjs": 'import { item } from "./.built/ajv/theirs-all.cjs"; export const all = (value) => (item(value) ? undefined : item.errors);',
};

export const bundleContestant = (file) => bundle(entries[file] ?? `export { all } from "./contestants/${file}";`);
