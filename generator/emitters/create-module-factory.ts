import type { ModuleDraft } from "../code/declaration.js";
import { type BegunModule, createModuleBuilder, symbolOf } from "./create-module-builder.js";
import { createEmittedSymbols } from "./emitted-symbols.js";
import type { EmitterSymbol } from "./emitter-contract.js";
import type { ModuleBuilder, ModuleFactory, ModuleOptions } from "./module-builder.js";
import { docsIn } from "./parts-in.js";
import { codeTools, EmitterError } from "./safe-code.js";

/** A module that an emitter made. */
export interface EmittedModule {
  readonly draft: ModuleDraft;
  readonly isSubpath: boolean;
  /** What the index of the package shows of it. */
  readonly symbols: readonly EmitterSymbol[];
}

/** What of a package is there before an emitter makes more of it. */
export interface Surroundings {
  /** Every name that the index shows, by itself. */
  readonly names: ReadonlyMap<string, EmitterSymbol>;
  /** Modules, in lower case; a path that begins with one and `/` is free. */
  readonly paths: ReadonlySet<string>;
  readonly peers: Readonly<Record<string, string>>;
}

interface ModuleFactoryWithResult {
  readonly factory: ModuleFactory;
  /** The modules so far, the first first. */
  readonly modules: () => readonly EmittedModule[];
}

/** More modules are taken for a loop that never ends. */
const most = 20_000;

const pathShape = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;

/** Paths that packages have for themselves, or may have with another description. */
const ownFolders: ReadonlySet<string> = new Set(["index", "openapi", "runtime", "schemas", "operations", "client", "codecs", "filters", "streams", "parts", "json-schemas"]);

const pathIn = (path: unknown, { paths }: Surroundings): string => {
  if (typeof path !== "string" || !pathShape.test(path)) throw new EmitterError(`${JSON.stringify(path)} is no path of a module: lower case letters and digits, "-", "_" and ".", parts set apart by "/", no extension`);
  const [folder = ""] = path.split("/");
  if (ownFolders.has(folder) || paths.has(path)) throw new EmitterError(`${JSON.stringify(path)} is a path of the package's own; choose another folder`);
  return path;
};

interface StartedModule extends BegunModule {
  readonly docs?: string;
}

const emittedOf = ({ path, docs, isSubpath, declarations, locals }: StartedModule): EmittedModule => {
  const all = [...declarations.values()];
  return {
    draft: { kind: "module", path, ...(docs === undefined ? {} : { docs }), declarations: all, locals: [...locals] },
    isSubpath,
    symbols: isSubpath ? [] : all.filter(({ exported }) => exported).map((one) => symbolOf(one, path)),
  };
};

/** Makes the builders of one emitter. What makes no sense throws an `EmitterError`. */
export const createModuleFactory = (around: Surroundings): ModuleFactoryWithResult => {
  const started = new Map<string, StartedModule>();
  const symbols = createEmittedSymbols(around.names);
  const factory = (givenPath: string, { docs, exportedBy }: ModuleOptions = {}): ModuleBuilder => {
    const path = pathIn(givenPath, around);
    if (started.has(path)) throw new EmitterError(`the module ${JSON.stringify(path)} is begun twice`);
    if (started.size >= most) throw new EmitterError(`it makes more than ${most} modules`);
    const module: StartedModule = { path, ...docsIn(docs), isSubpath: exportedBy === "subpath", declarations: new Map(), locals: new Set() };
    started.set(path, module);
    return createModuleBuilder(module, { symbols, peers: around.peers });
  };
  return { factory: Object.assign(factory, codeTools), modules: () => [...started.values()].map(emittedOf) };
};
