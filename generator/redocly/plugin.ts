import path from "node:path";
import type { DiagnosticCode } from "../diagnostics/catalog.js";
import { lintCodes, recommendedCodes, severitiesOf } from "./lint-codes.js";
import { createLinted, type Linted, type ReadingFor } from "./read-linted.js";
import type { RedoclyPlugin, RedoclyRule, RedoclySource } from "./redocly-types.js";

export type { RedoclyPlugin } from "./redocly-types.js";

/** The settings that the configuration beside Redocly's gives to its APIs; how it says that it cannot be used is thrown. */
const readingsIn = async (folder: string): Promise<ReadingFor> => {
  const { loadConfig } = await import("../config/load-config.js");
  if ((await loadConfig(folder)).kind === "none") return () => undefined;
  const { findTargets } = await import("../config/targets.js");
  const found = await findTargets({ cwd: folder, inputs: [], overlays: [], only: undefined, access: {} });
  if (found.kind === "usage") throw new Error(found.messages.join("\n"));
  return (input) => found.targets.find((target) => target.input === input);
};

const ruleOf =
  (code: DiagnosticCode, lintedOf: (entry: RedoclySource) => Linted): RedoclyRule =>
  () => {
    let linted: Linted | undefined;
    return {
      Root: {
        enter: (_root, { location }) => {
          linted = lintedOf(location.source);
        },
        leave: (_root, { report }) => {
          for (const problem of linted?.problems(code) ?? []) report(problem);
        },
      },
      ref: {
        leave: (_reference, _context, { location }) => {
          if (location !== undefined) linted?.add(location.source);
        },
      },
    };
  };

/**
 * Redocly CLI 2 calls it for the plugin: a rule for each diagnostic that reading a description may give, `recommended` with those that
 * Redocly has no rules for, and `all`. A description is read once for all rules.
 */
export default async function plugin({ contentDir = "" }: { readonly contentDir?: string } = {}): Promise<RedoclyPlugin> {
  const folder = path.resolve(contentDir);
  // rules are not waited for, so the reader is there before them
  const { readSpec } = await import("../read-spec.js");
  const readingFor = await readingsIn(folder);
  const known = new WeakMap<RedoclySource, Linted>();
  const lintedOf = (entry: RedoclySource): Linted => {
    const linted = known.get(entry) ?? createLinted(entry, process.cwd(), readingFor, readSpec);
    known.set(entry, linted);
    return linted;
  };
  return {
    id: "openapi-sieve",
    rules: { oas3: Object.fromEntries(lintCodes.map((code) => [code, ruleOf(code, lintedOf)])) },
    configs: { recommended: { rules: severitiesOf(recommendedCodes) }, all: { rules: severitiesOf(lintCodes) } },
  };
}
