import type { EmitterSymbol } from "./emitter-contract.js";
import type { CodeTools, SafeCode } from "./safe-code.js";

export interface Named {
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
