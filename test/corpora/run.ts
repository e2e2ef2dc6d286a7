import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { corpora, documents, measure, type Measured } from "./measure.js";
import { corporaDocument, details, diagnosticsTable, summary } from "./table.js";
import { createPrograms, lostTypes } from "./lost-types.js";
import { differences, reorderedCorpora } from "./names.js";
import { unformatted } from "./tools.js";
import type { AllTools } from "../../generator/tools.js";

// npm run corpora [-- --only TEXT,TEXT] [--write] [--compile 5.9,7.0] [--load] [--reorder SEED] [--types]
const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, write: { type: "boolean" }, compile: { type: "string", default: "" }, load: { type: "boolean" }, reorder: { type: "string" }, types: { type: "boolean" } },
});

const folderOf = (out: string, { row }: Measured): string => path.join(out, row.document.replaceAll(/[^\w.-]+/g, "_"));

const save = (out: string, measured: Measured, { transpile }: AllTools): void => {
  for (const { path: file, text } of measured.files) {
    const target = path.join(folderOf(out, measured), file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (values.load === true && file.endsWith(".ts")) writeFileSync(target.replace(/\.ts$/, ".js"), transpile("module.ts", text, "module.ts").js);
  }
};

/** The settings that generated code is promised to compile under. */
const compilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true },
  ...{ noImplicitOverride: true, noFallthroughCasesInSwitch: true, noImplicitReturns: true, noUnusedLocals: true, noUnusedParameters: true },
  ...{ verbatimModuleSyntax: true, isolatedDeclarations: true, declaration: true, noEmit: true, skipLibCheck: true },
  ...{ target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom", "dom.iterable"], types: [] },
};

const compilers = { "5.9": "typescript/bin/tsc", "7.0": "typescript-7/bin/tsc" } as const;

/** Characters that are compiled together: the standard library is most of the work for small packages, and all packages take too much memory. */
const together = 4_000_000;

/** In their order, as many in each portion as fit; a large one stands alone. */
const portions = (measured: readonly Measured[]): readonly (readonly Measured[])[] => {
  const found: Measured[][] = [];
  let filled = together;
  for (const one of measured) {
    if (filled + one.row.characters > together) {
      found.push([]);
      filled = 0;
    }
    found.at(-1)?.push(one);
    filled += one.row.characters;
  }
  return found;
};

/** The compiler's errors; that it ended without a word is one too. */
const errorsOf = (out: string, compiler: string): readonly string[] => {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, ["--max-old-space-size=8000", path.resolve("node_modules", compiler), "-p", "."], { cwd: out, encoding: "utf8", maxBuffer: 2 ** 28 });
  const lines = stdout.split("\n").filter((line) => line.includes("error TS"));
  return lines.length > 0 || status === 0 ? lines : [`ended with ${signal ?? status}: ${stderr.slice(-500)}`];
};

const compile = (out: string, measured: readonly Measured[]): void => {
  const packages = measured.filter(({ row }) => row.files > 0);
  for (const [version, compiler] of Object.entries(compilers)) {
    if (!values.compile.split(",").includes(version)) continue;
    let faults = 0;
    for (const portion of portions(packages)) {
      const include = portion.map((one) => `${path.basename(folderOf(out, one))}/src/**/*.ts`);
      writeFileSync(path.join(out, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
      const lines = errorsOf(out, compiler);
      faults += lines.length;
      for (const line of lines.slice(0, 20)) console.log(`TypeScript ${version}: ${line}`);
      console.log(`TypeScript ${version}: ${portion.length} packages up to ${portion.at(-1)?.row.document ?? ""}, ${lines.length} errors`);
    }
    console.log(`TypeScript ${version}: ${packages.length} packages, ${faults} errors`);
  }
};

const load = async (out: string, measured: readonly Measured[]): Promise<void> => {
  const packages = measured.filter(({ row }) => row.files > 0);
  let validators = 0;
  let faults = 0;
  writeFileSync(path.join(out, "package.json"), '{ "type": "module" }');
  for (const one of packages)
    try {
      const exported = (await import(pathToFileURL(path.join(folderOf(out, one), "src/index.js")).href)) as Readonly<Record<string, unknown>>;
      validators += Object.entries(exported).filter(([name, value]) => name.startsWith("validate") && typeof value === "function").length;
    } catch (error) {
      faults += 1;
      console.log(`${one.row.document}: ${String(error)}`);
    }
  console.log(`loaded: ${packages.length - faults} of ${packages.length} packages, ${validators} validators`);
};

const run = async (): Promise<void> => {
  const wanted = documents().filter((document) => values.only.split(",").some((text) => document.includes(text)));
  if (wanted.length === 0) return console.log(`corpora: skipped, there are no documents in ${corpora}; name another folder in CORPORA`);
  const out = mkdtempSync(path.join(tmpdir(), "corpora-"));
  const { tools, all } = await unformatted();
  const measured: Measured[] = [];
  const other = values.reorder === undefined ? undefined : reorderedCorpora(Number(values.reorder));
  let unstable = 0;
  let lost = 0;
  const programOf = createPrograms();
  for (const document of wanted) {
    const one = await measure(document, tools);
    const found = other === undefined ? [] : await differences(one, tools, other.folder);
    if (found.length > 0) unstable += 1;
    for (const line of found.slice(0, 20)) console.log(`reordered: ${document}: ${line}`);
    const less = values.types !== true || one.contract === undefined ? [] : lostTypes(one.contract, programOf(one.files));
    lost += less.length;
    for (const line of less) console.log(`types: ${document}: ${line}`);
    if (values.compile !== "" || values.load === true) save(out, one, all);
    measured.push({ ...one, files: [], contract: undefined });
  }
  await all.close();
  other?.remove();
  const rows = measured.map(({ row }) => row);
  const times = new Map(measured.map(({ row, milliseconds }) => [row.document, milliseconds]));
  console.log(`${details(rows, times)}\n\n${diagnosticsTable(rows)}\n\n${summary(rows)}`);
  if (values.write === true) writeFileSync("docs/corpora.md", corporaDocument(rows));
  if (other !== undefined) console.log(`reordered with seed ${values.reorder}: ${measured.length} documents, ${unstable} with other names`);
  if (values.types === true) console.log(`types: ${measured.length} documents, ${lost} that say less than their schemas`);
  if (values.compile !== "") compile(out, measured);
  if (values.load === true) await load(out, measured);
  rmSync(out, { recursive: true, force: true });
};

await run();
