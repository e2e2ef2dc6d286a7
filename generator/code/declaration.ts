import type { Code } from "./code.js";

/** One member of an interface. `docs` is plain text; the printer makes the comment and keeps it closed. */
export interface Member {
  readonly name: string;
  readonly type: Code;
  readonly optional: boolean;
  readonly docs?: string;
}

interface Named {
  readonly name: string;
  readonly exported: boolean;
  /** Exported for the other modules of the package only: the index does not show it. */
  readonly internal?: true;
  readonly docs?: string;
}

export interface InterfaceDeclaration extends Named {
  readonly kind: "interface";
  readonly typeParameters?: readonly Code[];
  readonly extends?: readonly Code[];
  readonly members: readonly Member[];
}

export interface TypeAliasDeclaration extends Named {
  readonly kind: "typeAlias";
  readonly typeParameters?: readonly Code[];
  readonly type: Code;
}

export interface FunctionDeclaration extends Named {
  readonly kind: "function";
  readonly typeParameters?: readonly Code[];
  readonly parameters: readonly { readonly name: string; readonly type: Code; readonly optional?: boolean }[];
  readonly returnType: Code;
  readonly body: Code;
}

export interface ConstDeclaration extends Named {
  readonly kind: "const";
  readonly type?: Code;
  readonly value: Code;
}

/** `export { names } from module`, split into types and values by the printer, or `export * from module`. */
export interface ReexportDeclaration {
  readonly kind: "reexport";
  readonly module: string;
  readonly names: readonly { readonly name: string; readonly typeOnly: boolean }[] | "all";
}

export type Declaration =
  | InterfaceDeclaration
  | TypeAliasDeclaration
  | FunctionDeclaration
  | ConstDeclaration
  | ReexportDeclaration;

/** A module as declarations: what emitters make and the printer turns into text. */
export interface ModuleDraft {
  readonly kind: "module";
  /** Path below `src/`, without extension. */
  readonly path: string;
  readonly docs?: string;
  /** Names that no import may have, beside those of the declarations. */
  readonly locals?: readonly string[];
  readonly declarations: readonly Declaration[];
}

/**
 * A module of nothing but constants, laid out by whoever makes it: for data, a compiler and a formatter would only cost
 * time.
 */
export interface DataModuleDraft {
  readonly kind: "data";
  /** Path below `src/`, without extension. */
  readonly path: string;
  readonly docs?: string;
  readonly declarations: readonly ConstDeclaration[];
}

/** A file whose text is ready, but for formatting where `format` is set. `path` is relative to the package. */
export interface TextDraft {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
  readonly format: boolean;
}

export type Draft = ModuleDraft | DataModuleDraft | TextDraft;

/** All code that a declaration is made of. */
export const codesOf = (declaration: Declaration): readonly Code[] => {
  switch (declaration.kind) {
    case "interface":
      return [
        ...(declaration.typeParameters ?? []),
        ...(declaration.extends ?? []),
        ...declaration.members.map((member) => member.type),
      ];
    case "typeAlias":
      return [...(declaration.typeParameters ?? []), declaration.type];
    case "function":
      return [
        ...(declaration.typeParameters ?? []),
        ...declaration.parameters.map((parameter) => parameter.type),
        declaration.returnType,
        declaration.body,
      ];
    case "const":
      return [...(declaration.type === undefined ? [] : [declaration.type]), declaration.value];
    case "reexport":
      return [];
  }
};
