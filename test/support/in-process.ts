import { transformSync } from "esbuild";
import type { ModuleDraft } from "../../generator/code/declaration.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { parts } from "../../generator/emit/parts.js";
import { schemas } from "../../generator/emit/schemas.js";
import { type Format, formats } from "../../generator/formats/index.js";
import type { Contract } from "../../generator/model/contract.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { printModule } from "../../generator/print/print-module.js";
import * as check from "../../templates/check.js";
import * as fail from "../../templates/fail.js";
import * as issue from "../../templates/issue.js";
import * as order from "../../templates/order.js";
import * as resultOf from "../../templates/result-of.js";
import * as standardSchema from "../../templates/standard-schema.js";
import * as union from "../../templates/union.js";
import * as unique from "../../templates/unique.js";
import { draftsOf } from "./drafts-of.js";

type Exports = Readonly<Record<string, unknown>>;

const runtime: ReadonlyMap<string, Exports> = new Map<string, Exports>([
  ["runtime/check", check],
  ["runtime/fail", fail],
  ["runtime/issue", issue],
  ["runtime/order", order],
  ["runtime/result-of", resultOf],
  ["runtime/standard-schema", standardSchema],
  ["runtime/union", union],
  ["runtime/unique", unique],
  ...Object.values<Format>(formats).map((format) => [`runtime/${format.module}`, { [format.export]: format.check }] as const),
]);

const scriptOf = (text: string): string =>
  transformSync(text, { loader: "ts", format: "cjs", target: "es2022" }).code;

/** "../runtime/check.js", as modules of `schemas/` write it ~> "runtime/check" */
const moduleNamed = (specifier: string): string =>
  specifier.replace(/\.js$/, "").replace(/^\.\.\//, "").replace(/^\.\//, "schemas/");

/** Modules, each loaded when the first other asks for it. They must not need each other in a circle. */
const createLinker = (scripts: ReadonlyMap<string, string>): ((module: string) => Exports) => {
  const loaded = new Map<string, Exports>();
  const load = (module: string): Exports => {
    const before = runtime.get(module) ?? loaded.get(module);
    if (before !== undefined) return before;
    const script = scripts.get(module);
    if (script === undefined) throw new Error(`there is no module ${module}`);
    const scope: { exports: Exports } = { exports: {} };
    new Function("require", "module", script)((specifier: string) => load(moduleNamed(specifier)), scope);
    loaded.set(module, scope.exports);
    return scope.exports;
  };
  return load;
};

/** The schemas of a contract as running code, without a file or a formatter. */
export const compileContract = (contract: Contract): Exports => {
  const { report } = createCollector();
  const plan = makePlan(contract, "random", report);
  const drafts = draftsOf([schemas, parts], { plan, report }).filter((draft): draft is ModuleDraft => draft.kind === "module");
  const load = createLinker(new Map(drafts.map((draft) => [draft.path, scriptOf(printModule(draft))])));
  return Object.assign({}, ...drafts.map(({ path }) => load(path))) as Exports;
};
