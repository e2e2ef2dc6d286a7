import { type Code, code, isIdentifier, type ImportedSymbol, packagePrefix } from "../code/code.js";
import type { Declaration, Member, ModuleDraft } from "../code/declaration.js";
import type { EmitterSymbol } from "./emitter-contract.js";
import { codeIn, type CodeTools, codeTools, EmitterError, SafeCode } from "./safe-code.js";

interface Named {
  /** An identifier that is free in the package; `module.freeName` finds one. */
  readonly name: string;
  /** Plain text; the comment is made of it, and stays closed. */
  readonly docs?: string;
  /** Only exported names can be imported by other modules; true if left out. */
  readonly exported?: boolean;
}

export interface ConstantParts extends Named {
  /** What is exported says its type, so that declarations can be made without a compiler. */
  readonly type?: SafeCode;
  readonly value: SafeCode;
}

export interface TypeParts extends Named {
  readonly typeParameters?: readonly SafeCode[];
  readonly type: SafeCode;
}

export interface InterfaceParts extends Named {
  readonly typeParameters?: readonly SafeCode[];
  readonly extends?: readonly SafeCode[];
  readonly members: readonly { readonly name: string; readonly type: SafeCode; readonly optional?: boolean; readonly docs?: string }[];
}

export interface FunctionParts extends Named {
  readonly typeParameters?: readonly SafeCode[];
  readonly parameters: readonly { readonly name: string; readonly type: SafeCode; readonly optional?: boolean }[];
  readonly returnType: SafeCode;
  /** Statements. */
  readonly body: SafeCode;
}

export interface ImportOptions {
  /** As a type, also where it is a value: for `typeof`. */
  readonly type?: boolean;
}

/** A module of the package in the making. Each declaration gives its symbol, which other modules can import. */
export interface ModuleBuilder extends CodeTools {
  /** A symbol of the contract or of another emitted module, or a name that the index of the package shows. The import is written where it is used. */
  readonly import: (symbol: EmitterSymbol | string, options?: ImportOptions) => SafeCode;
  /** A name of another package, which the emitter has among its `peerDependencies`: `importFrom("msw", "http")`. */
  readonly importFrom: (specifier: string, name: string, options?: ImportOptions) => SafeCode;
  /** `wanted`, or with a number where the package has that name already. */
  readonly freeName: (wanted: string) => string;
  readonly constant: (parts: ConstantParts) => EmitterSymbol;
  readonly type: (parts: TypeParts) => EmitterSymbol;
  readonly interface: (parts: InterfaceParts) => EmitterSymbol;
  readonly function: (parts: FunctionParts) => EmitterSymbol;
}

export interface ModuleOptions {
  /** Plain text at the top of the module. */
  readonly docs?: string;
  /** Who shows the module: the package's index (if left out), or nobody but the module itself, as `<package>/<path>`. */
  readonly exportedBy?: "index" | "subpath";
}

/** Begins a module; `path` is that below `src/`, without extension: `queries/pets`. */
export type ModuleFactory = ((path: string, options?: ModuleOptions) => ModuleBuilder) & CodeTools;

/** A module that an emitter made. */
export interface EmittedModule {
  readonly draft: ModuleDraft;
  readonly isSubpath: boolean;
}

/** What of a package is there before an emitter makes more of it. */
export interface Surroundings {
  /** Every name that the index shows, by itself. */
  readonly names: ReadonlyMap<string, EmitterSymbol>;
  /** Modules, in lower case; a path that begins with one and `/` is free. */
  readonly paths: ReadonlySet<string>;
  readonly peers: Readonly<Record<string, string>>;
}

export interface ModuleFactoryWithResult {
  readonly factory: ModuleFactory;
  /** The modules so far, the first first. */
  readonly modules: () => readonly EmittedModule[];
}

/** More modules, or declarations, are taken for a loop that never ends. */
const most = { modules: 20_000, declarations: 500_000 };

const pathShape = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;

/** Paths that packages have for themselves, or may have with another description. */
const ownFolders: ReadonlySet<string> = new Set(["index", "openapi", "runtime", "schemas", "operations", "client", "codecs", "filters", "streams", "parts", "json-schemas"]);

const specifierShape = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/[A-Za-z0-9._-]+)*$/;

/** Words that name nothing in a module (ECMA-262 §12.7.2), and types of the language. */
const words: ReadonlySet<string> = new Set(
  (
    "any arguments await bigint boolean break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let never new null number object package private protected " +
    "public return static string super switch symbol this throw true try typeof undefined unknown var void while with yield"
  ).split(" "),
);

const nameIn = (name: unknown): string => {
  if (typeof name !== "string" || !isIdentifier(name)) throw new EmitterError(`${JSON.stringify(name)} is no name: an identifier of ASCII letters, digits, "_" and "$"`);
  if (words.has(name)) throw new EmitterError(`${JSON.stringify(name)} is a word of the language, and no name`);
  return name;
};

const codesIn = (values: readonly unknown[] | undefined, what: string): readonly Code[] => (values ?? []).map((value) => codeIn(value, what));

const textIn = (docs: unknown): { readonly docs?: string } => {
  if (docs === undefined) return {};
  if (typeof docs !== "string") throw new EmitterError("`docs` must be a text");
  return { docs };
};

/** Makes the builders of one emitter. What makes no sense throws an `EmitterError`. */
export const createModuleFactory = (around: Surroundings): ModuleFactoryWithResult => {
  const started: { readonly path: string; readonly options: ModuleOptions; readonly declarations: Declaration[]; readonly locals: Set<string> }[] = [];
  const symbols = new Map<string, EmitterSymbol>();
  const shownNames = new Set<string>();
  let declared = 0;

  const keyOf = ({ module, name }: Pick<EmitterSymbol, "module" | "name">): string => `${module} ${name}`;

  for (const symbol of around.names.values()) symbols.set(keyOf(symbol), symbol);

  const checkPath = (path: unknown): string => {
    if (typeof path !== "string" || !pathShape.test(path)) throw new EmitterError(`${JSON.stringify(path)} is no path of a module: lower case letters and digits, "-", "_" and ".", parts set apart by "/", no extension`);
    const [folder = ""] = path.split("/");
    if (ownFolders.has(folder) || around.paths.has(path)) throw new EmitterError(`${JSON.stringify(path)} is a path of the package's own; choose another folder`);
    if (started.some((other) => other.path === path)) throw new EmitterError(`the module ${JSON.stringify(path)} is begun twice`);
    if (started.length >= most.modules) throw new EmitterError(`it makes more than ${most.modules} modules`);
    return path;
  };

  const isTaken = (name: string): boolean => around.names.has(name) || shownNames.has(name);

  const factory = (givenPath: string, options: ModuleOptions = {}): ModuleBuilder => {
    const path = checkPath(givenPath);
    const isSubpath = options.exportedBy === "subpath";
    const declarations: Declaration[] = [];
    const local = new Set<string>();
    const locals = new Set<string>();
    started.push({ path, options: { ...options, ...textIn(options.docs) }, declarations, locals });

    /** Names inside of functions: an import of that name, which a description can bring about, would be hidden there. */
    const inside = (name: unknown): string => {
      const own = nameIn(name);
      locals.add(own);
      return own;
    };

    const add = (declaration: Exclude<Declaration, { kind: "reexport" }>, isType: boolean): EmitterSymbol => {
      const { name, exported } = declaration;
      if (local.has(name)) throw new EmitterError(`${JSON.stringify(name)} is declared twice in ${JSON.stringify(path)}`);
      if (exported && !isSubpath && isTaken(name)) throw new EmitterError(`${JSON.stringify(name)} of ${JSON.stringify(path)} is a name that the package has already; \`freeName\` finds one that is free`);
      if (++declared > most.declarations) throw new EmitterError(`it makes more than ${most.declarations} declarations`);
      local.add(name);
      if (exported && !isSubpath) shownNames.add(name);
      declarations.push(declaration);
      const symbol: EmitterSymbol = Object.freeze({ kind: "symbol", name, module: path, isType });
      if (exported) symbols.set(keyOf(symbol), symbol);
      return symbol;
    };

    const named = ({ name, docs, exported = true }: Named) => ({ name: nameIn(name), exported: exported === true, ...textIn(docs) });

    const known = (symbol: EmitterSymbol | string): EmitterSymbol => {
      const found = typeof symbol === "string" ? around.names.get(symbol) : typeof symbol === "object" && symbol !== null ? symbols.get(keyOf(symbol)) : undefined;
      if (found === undefined) throw new EmitterError(`there is nothing to import: ${typeof symbol === "string" ? `the package has no ${JSON.stringify(symbol)}` : "no symbol of the contract, and none that is exported by an emitted module"}`);
      return found;
    };

    const used = (symbol: ImportedSymbol): SafeCode => SafeCode.of(code`${symbol}`);

    return {
      ...codeTools,
      identifier: (name) => codeTools.identifier(inside(name)),
      import: (symbol, { type = false } = {}) => {
        const { name, module, isType } = known(symbol);
        return used({ kind: "symbol", name, module, typeOnly: type || isType });
      },
      importFrom: (specifier, name, { type = false } = {}) => {
        const owner = specifierShape.exec(String(specifier))?.[1];
        if (owner === undefined) throw new EmitterError(`${JSON.stringify(specifier)} is no package, nor a path in one`);
        if (!Object.hasOwn(around.peers, owner)) throw new EmitterError(`it imports ${JSON.stringify(owner)}, which is not among its \`peerDependencies\``);
        if (!type && !isSubpath) throw new EmitterError(`${JSON.stringify(path)} imports ${JSON.stringify(owner)}, so whoever imports the package would need that, too; begin the module with \`exportedBy: "subpath"\``);
        return used({ kind: "symbol", name: nameIn(name), module: `${packagePrefix}${specifier}`, typeOnly: type });
      },
      freeName: (wanted) => {
        const base = nameIn(wanted);
        for (let number = 1; ; number++) {
          const name = number === 1 ? base : `${base}_${number}`;
          if (!local.has(name) && (isSubpath || !isTaken(name))) return name;
        }
      },
      constant: (parts) => {
        const own = named(parts);
        if (own.exported && parts.type === undefined) throw new EmitterError(`the constant ${JSON.stringify(own.name)} is exported, so it needs a \`type\``);
        return add({ kind: "const", ...own, ...(parts.type === undefined ? {} : { type: codeIn(parts.type, "`type`") }), value: codeIn(parts.value, "`value`") }, false);
      },
      type: (parts) => add({ kind: "typeAlias", ...named(parts), typeParameters: codesIn(parts.typeParameters, "a type parameter"), type: codeIn(parts.type, "`type`") }, true),
      interface: (parts) =>
        add(
          {
            kind: "interface",
            ...named(parts),
            typeParameters: codesIn(parts.typeParameters, "a type parameter"),
            extends: codesIn(parts.extends, "an item of `extends`"),
            members: parts.members.map(({ name, type, optional = false, docs }): Member => ({ name: String(name), type: codeIn(type, "the `type` of a member"), optional, ...textIn(docs) })),
          },
          true,
        ),
      function: (parts) =>
        add(
          {
            kind: "function",
            ...named(parts),
            typeParameters: codesIn(parts.typeParameters, "a type parameter"),
            parameters: parts.parameters.map(({ name, type, optional = false }) => ({ name: inside(name), type: codeIn(type, "the `type` of a parameter"), optional })),
            returnType: codeIn(parts.returnType, "`returnType`"),
            body: codeIn(parts.body, "`body`"),
          },
          false,
        ),
    };
  };

  return {
    factory: Object.assign(factory, codeTools),
    modules: () =>
      started.map(({ path, options: { docs, exportedBy }, declarations, locals }) => ({
        draft: { kind: "module", path, ...(docs === undefined ? {} : { docs }), declarations, locals: [...locals] },
        isSubpath: exportedBy === "subpath",
      })),
  };
};
