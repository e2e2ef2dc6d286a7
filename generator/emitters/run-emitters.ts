import type { ModuleOutline } from "../code/outline.js";
import type { Report } from "../diagnostics/collector.js";
import { indexModules } from "../emit/index-module.js";
import type { Plan } from "../plan/plan.js";
import { createModuleFactory, type EmittedModule, type Surroundings } from "./create-module-factory.js";
import type { EmitterContract, EmitterSymbol } from "./emitter-contract.js";
import type { LoadedEmitter } from "./emitter-source.js";
import { EmitterError } from "./safe-code.js";
import { viewContract } from "./view-contract.js";

/** A module, and which emitter made it. */
export interface OwnModule extends EmittedModule {
  readonly shown: string;
}

export interface EmitterRun {
  readonly modules: readonly OwnModule[];
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Every name that the index of the package shows, by itself. */
const shownNames = (outlines: readonly ModuleOutline[], plan: Plan): ReadonlyMap<string, EmitterSymbol> => {
  const names = new Map<string, EmitterSymbol>();
  for (const { declarations } of indexModules(outlines, plan.contract.title))
    for (const declaration of declarations)
      if (declaration.kind === "reexport" && declaration.names !== "all")
        for (const { name, typeOnly } of declaration.names) names.set(name, Object.freeze({ kind: "symbol", name, module: declaration.module, isType: typeOnly }));
  return names;
};

/** The line of the emitter's own source that an error came from; paths of this machine are left out. */
const said = (error: unknown): string => (error instanceof Error ? `${error.name === "Error" || error instanceof EmitterError ? "" : `${error.name}: `}${error.message}` : String(error));

const isThenable = (value: unknown): boolean => typeof value === "object" && value !== null && "then" in value;

const answerProblem = (answer: unknown): string | undefined => {
  if (answer === undefined) return undefined;
  return isThenable(answer)
    ? "`emit` is asynchronous, so that nobody knows when it is done; it must declare all modules before it returns"
    : "`emit` gives something back, which means nothing; modules are declared by `module(path)`";
};

const runOne = (loaded: LoadedEmitter, contract: EmitterContract, around: Surroundings): { readonly modules: readonly EmittedModule[] } | { readonly problem: string } => {
  if ("problem" in loaded) return loaded;
  const { factory, modules } = createModuleFactory({ ...around, peers: loaded.emitter.peerDependencies ?? {} });
  try {
    const answer: unknown = loaded.emitter.emit(contract, factory, loaded.options);
    // a promise that fails later would end the process
    if (answer instanceof Promise) answer.catch(() => undefined);
    const problem = answerProblem(answer);
    return problem === undefined ? { modules: modules() } : { problem };
  } catch (error) {
    return { problem: said(error) };
  }
};

/** What the emitters of a configuration make beside a package's own modules. What goes wrong in one is reported. */
export const runEmitters = (emitters: readonly LoadedEmitter[], plan: Plan, outlines: readonly ModuleOutline[], report: Report): EmitterRun => {
  if (emitters.length === 0) return { modules: [], peerDependencies: {} };
  const names = new Map(shownNames(outlines, plan));
  const paths = new Set(outlines.map(({ path }) => path.toLowerCase()));
  const contract = viewContract(plan, outlines, names);
  const made: OwnModule[] = [];
  const peers = new Map<string, string>();
  for (const loaded of emitters) {
    const run = runOne(loaded, contract, { names, paths, peers: {} });
    if ("problem" in run) report("emitter-failed", { message: `the emitter ${loaded.shown} failed on ${plan.packageName}: ${run.problem}` });
    else
      for (const module of run.modules) {
        made.push({ ...module, shown: loaded.shown });
        paths.add(module.draft.path);
        for (const symbol of module.symbols) names.set(symbol.name, symbol);
      }
    for (const [name, range] of "emitter" in loaded ? Object.entries(loaded.emitter.peerDependencies ?? {}) : []) {
      const before = peers.get(name) ?? range;
      peers.set(name, before);
      if (before !== range) report("emitter-failed", { message: `the emitter ${loaded.shown} failed on ${plan.packageName}: it asks for ${name} ${range}, and another one for ${before}` });
    }
  }
  return { modules: made, peerDependencies: Object.fromEntries([...peers].sort(([left], [right]) => (left < right ? -1 : 1))) };
};
