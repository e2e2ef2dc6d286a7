import { code, type ImportedSymbol, packagePrefix } from "../code/code.js";
import type { Declaration, Member } from "../code/declaration.js";
import type { EmittedSymbols } from "./emitted-symbols.js";
import type { EmitterSymbol } from "./emitter-contract.js";
import type { ModuleBuilder } from "./module-builder.js";
import { codesIn, docsIn, namedIn, nameIn } from "./parts-in.js";
import { codeIn, codeTools, EmitterError, SafeCode } from "./safe-code.js";

export type OwnDeclaration = Exclude<Declaration, { readonly kind: "reexport" }>;

export const symbolOf = ({ kind, name }: OwnDeclaration, module: string): EmitterSymbol =>
  Object.freeze({ kind: "symbol", name, module, isType: kind === "interface" || kind === "typeAlias" });

/** A module that an emitter has begun. */
export interface BegunModule {
  readonly path: string;
  /** Does nobody show it but itself? */
  readonly isSubpath: boolean;
  readonly declarations: Map<string, OwnDeclaration>;
  /** Names inside of functions: an import of that name, which a description can bring about, would be hidden there. */
  readonly locals: Set<string>;
}

/** What a module may import. */
interface Around {
  readonly symbols: EmittedSymbols;
  readonly peers: Readonly<Record<string, string>>;
}

const specifierShape = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/[A-Za-z0-9._-]+)*$/;

const used = (symbol: ImportedSymbol): SafeCode => SafeCode.of(code`${symbol}`);

const importing = ({ path, isSubpath }: BegunModule, { symbols, peers }: Around): Pick<ModuleBuilder, "import" | "importFrom"> => ({
  import: (symbol, { type = false } = {}) => {
    const { name, module, isType } = symbols.known(symbol);
    return used({ kind: "symbol", name, module, typeOnly: type || isType });
  },
  importFrom: (specifier, name, { type = false } = {}) => {
    const owner = specifierShape.exec(String(specifier))?.[1];
    if (owner === undefined) throw new EmitterError(`${JSON.stringify(specifier)} is no package, nor a path in one`);
    if (!Object.hasOwn(peers, owner)) throw new EmitterError(`it imports ${JSON.stringify(owner)}, which is not among its \`peerDependencies\``);
    if (!type && !isSubpath) throw new EmitterError(`${JSON.stringify(path)} imports ${JSON.stringify(owner)}, so whoever imports the package would need that, too; begin the module with \`exportedBy: "subpath"\``);
    return used({ kind: "symbol", name: nameIn(name), module: `${packagePrefix}${specifier}`, typeOnly: type });
  },
});

const inside = ({ locals }: BegunModule, name: unknown): string => {
  const own = nameIn(name);
  locals.add(own);
  return own;
};

const declare = ({ path, isSubpath, declarations }: BegunModule, declaration: OwnDeclaration, symbols: EmittedSymbols): EmitterSymbol => {
  const { name, exported } = declaration;
  const shown = exported && !isSubpath;
  if (declarations.has(name)) throw new EmitterError(`${JSON.stringify(name)} is declared twice in ${JSON.stringify(path)}`);
  if (shown && symbols.isTaken(name)) throw new EmitterError(`${JSON.stringify(name)} of ${JSON.stringify(path)} is a name that the package has already; \`freeName\` finds one that is free`);
  const symbol = symbolOf(declaration, path);
  symbols.add(symbol, { exported, shown });
  declarations.set(name, declaration);
  return symbol;
};

const declaring = (module: BegunModule, symbols: EmittedSymbols): Pick<ModuleBuilder, "constant" | "type" | "interface" | "function"> => {
  const add = (declaration: OwnDeclaration): EmitterSymbol => declare(module, declaration, symbols);
  const typeParametersOf = ({ typeParameters }: { readonly typeParameters?: readonly SafeCode[] }) => ({ typeParameters: codesIn(typeParameters, "a type parameter") });
  return {
    constant: (parts) => {
      const own = namedIn(parts);
      if (own.exported && parts.type === undefined) throw new EmitterError(`the constant ${JSON.stringify(own.name)} is exported, so it needs a \`type\``);
      return add({ kind: "const", ...own, ...(parts.type === undefined ? {} : { type: codeIn(parts.type, "`type`") }), value: codeIn(parts.value, "`value`") });
    },
    type: (parts) => add({ kind: "typeAlias", ...namedIn(parts), ...typeParametersOf(parts), type: codeIn(parts.type, "`type`") }),
    interface: (parts) =>
      add({
        ...{ kind: "interface", ...namedIn(parts), ...typeParametersOf(parts) },
        extends: codesIn(parts.extends, "an item of `extends`"),
        members: parts.members.map(({ name, type, optional = false, docs }): Member => ({ name: String(name), type: codeIn(type, "the `type` of a member"), optional, ...docsIn(docs) })),
      }),
    function: (parts) =>
      add({
        ...{ kind: "function", ...namedIn(parts), ...typeParametersOf(parts) },
        parameters: parts.parameters.map(({ name, type, optional = false }) => ({ name: inside(module, name), type: codeIn(type, "the `type` of a parameter"), optional })),
        returnType: codeIn(parts.returnType, "`returnType`"),
        body: codeIn(parts.body, "`body`"),
      }),
  };
};

const freeName = (wanted: string, { isSubpath, declarations }: BegunModule, symbols: EmittedSymbols): string => {
  const base = nameIn(wanted);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!declarations.has(name) && (isSubpath || !symbols.isTaken(name))) return name;
  }
};

/** What an emitter makes a module with. What makes no sense throws an `EmitterError`. */
export const createModuleBuilder = (module: BegunModule, around: Around): ModuleBuilder => ({
  ...codeTools,
  identifier: (name) => codeTools.identifier(inside(module, name)),
  freeName: (wanted) => freeName(wanted, module, around.symbols),
  ...importing(module, around),
  ...declaring(module, around.symbols),
});
