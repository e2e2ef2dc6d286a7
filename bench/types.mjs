// npm run bench:types [-- --rounds N]: what a program that uses both packages costs the compiler, beside the same program
// on openapi-typescript's output of the expanded descriptions (so that it knows the filter parameters too).
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { interleave, machine, median, root, table, version } from "./support/measure.mjs";

const rounds = Number(parseArgs({ options: { rounds: { type: "string", default: "7" } } }).values.rounds);
const folder = mkdtempSync(path.join(tmpdir(), "bench-types-"));
const specs = ["pigello-accounts", "taxfiling-accounts"];

const node = (script, args, cwd = folder) => execFileSync(process.execPath, [script, ...args], { cwd, encoding: "utf8", maxBuffer: 1 << 26 });

const prepare = () => {
  for (const name of ["sieve", "plain"]) {
    mkdirSync(path.join(folder, name));
    cpSync(path.join(root, "bench/types", `${name}.ts`), path.join(folder, name, "program.ts"));
    writeFileSync(
      path.join(folder, name, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          target: "ES2022",
          lib: ["ES2022", "DOM", "DOM.Iterable"],
          module: "NodeNext",
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          types: [],
          noEmit: true,
        },
        files: ["program.ts"],
      }),
    );
    writeFileSync(path.join(folder, name, "package.json"), '{ "type": "module" }');
  }
  mkdirSync(path.join(folder, "sieve/node_modules"));
  for (const spec of specs) symlinkSync(path.join(root, "generated", spec), path.join(folder, "sieve/node_modules", spec));
  for (const spec of specs) {
    const expanded = path.join(folder, `${spec}.yaml`);
    node(path.join(root, "dist/cli.js"), ["expand", path.join(root, "spec", `${spec}.yaml`), "--out", expanded]);
    node(path.join(root, "node_modules/openapi-typescript/bin/cli.js"), [expanded, "-o", path.join(folder, "plain", `${spec}.ts`)]);
  }
};

const compilers = [
  { name: `TypeScript ${version("typescript")}`, script: path.join(root, "node_modules/typescript/bin/tsc") },
  { name: `TypeScript ${version("typescript-7")}`, script: path.join(root, "node_modules/typescript-7/bin/tsc") },
];

const figure = (output, label) => Number(new RegExp(`${label}:\\s+([\\d.]+)`).exec(output)?.[1] ?? Number.NaN);

const check = (compiler, name) => {
  const output = node(compiler.script, ["-p", path.join(folder, name, "tsconfig.json"), "--extendedDiagnostics"]);
  return {
    check: figure(output, "Check time"),
    total: figure(output, "Total time"),
    types: figure(output, "Types"),
    instantiations: figure(output, "Instantiations"),
    memory: figure(output, "Memory used") / 1024,
  };
};

try {
  prepare();
  console.log(`${machine()}; ${rounds} rounds, interleaved, medians\n`);
  for (const compiler of compilers) {
    const contestants = ["plain", "sieve"].map((name) => ({ name, run: () => check(compiler, name) }));
    const results = await interleave(contestants, rounds);
    const base = median(results.get("plain").map((run) => run.total));
    const rows = contestants.map(({ name }) => {
      const of = (key) => median(results.get(name).map((run) => run[key]));
      const label = name === "plain" ? "openapi-typescript, expanded" : "openapi-sieve packages";
      return [label, of("check").toFixed(2), of("total").toFixed(2), of("types"), of("instantiations"), Math.round(of("memory")), (of("total") / base).toFixed(2)];
    });
    console.log(`${compiler.name}\n\n${table(["program on", "check s", "total s", "types", "instantiations", "MB", "x plain (total)"], rows)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
