// Bundles the tool into dist/: one file per command, loaded when it is needed. Runs in a fraction of a second.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));

/** A hash of everything that decides what is generated: the sources, the run time and the dependencies' versions. */
const buildId = () => {
  const hash = createHash("sha256");
  for (const file of [...filesBelow(path.join(root, "generator")), ...filesBelow(path.join(root, "templates")), path.join(root, "package.json")])
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest("base64url");
};

// Loaded from its many files, openapi-typescript costs a second of every run; in one file, with TypeScript required
// instead of imported (`import` scans its nine megabytes for export names), less than half of that.
// The meta-schemas are data, and the detector of slow patterns is one file of a package that brings much else.
const bundled = /^openapi-typescript$|^ajv\/dist\/refs\/|^recheck\/lib\/browser\.js$/;
const required = new Set(["typescript"]);
// what plugs into openapi-typescript works with the user's own, and with the compiler that this one has
const isPlugin = (importer) => path.dirname(importer) === path.join(root, "generator/openapi-typescript");
// what openapi-typescript reads documents with, which is never called: ours are read already
const unused = new Set(["@redocly/openapi-core", "parse-json"]);

const dependencies = {
  name: "dependencies",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, importer, kind }) => {
      if (kind === "entry-point") return undefined;
      if (isPlugin(importer)) return { path: name, external: true };
      if (required.has(name)) return { path: name, namespace: "required" };
      if (unused.has(name)) return { path: name, namespace: "unused" };
      if (bundled.test(name) || importer.includes("node_modules")) return undefined;
      return { path: name, external: true };
    });
    onLoad({ filter: /.*/, namespace: "required" }, ({ path: name }) => ({
      contents: `import { createRequire } from "node:module"; export default createRequire(import.meta.url)(${JSON.stringify(name)});`,
      loader: "js",
    }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};", loader: "js" }));
  },
};

// bundled CommonJS asks for Node's own modules by `require`
const banner = 'import { createRequire as $createRequire } from "node:module"; const require = $createRequire(import.meta.url);';

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [
    { in: "generator/cli.ts", out: "cli" },
    { in: "generator/index.ts", out: "index" },
    { in: "generator/openapi-typescript/sieve.ts", out: "openapi-typescript" },
    // what configurations import, which must not load the rest
    { in: "generator/configuring.ts", out: "configuring" },
    { in: "generator/redocly/plugin.ts", out: "redocly" },
    ...["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"].map((bundler) => ({ in: `generator/bundlers/${bundler}.ts`, out: bundler })),
    // beside the chunks that start them
    { in: "generator/print/types-worker.ts", out: "chunks/types-worker" },
    { in: "generator/jobs/job-worker.ts", out: "chunks/job-worker" },
  ],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  plugins: [dependencies],
  banner: { js: banner },
  chunkNames: "chunks/[name]-[hash]",
  define: { OPENAPI_SIEVE_BUILD: JSON.stringify(buildId()) },
  legalComments: "linked",
  logLevel: "warning",
  metafile: true,
});

// afterwards, so that whoever runs the tool meanwhile finds it
const built = new Set(Object.keys(metafile.outputs).map((file) => path.join(root, file)));
for (const file of filesBelow(path.join(root, "dist"))) if (!built.has(file)) rmSync(file);

/** The folder of the package that a bundled file belongs to: node_modules/@scope/name */
const packageOf = (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];

/** What is bundled is passed on, so its licences are too. */
const notices = [...new Set(Object.keys(metafile.inputs).flatMap((file) => packageOf(file) ?? []))].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
  const text = readdirSync(path.join(root, folder)).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version} (${license})\n\n${text === undefined ? "" : readFileSync(path.join(root, folder, text), "utf8").trim()}\n`;
});
writeFileSync(path.join(root, "dist/THIRD-PARTY-LICENCES.txt"), notices.join(`\n${"-".repeat(80)}\n\n`));
