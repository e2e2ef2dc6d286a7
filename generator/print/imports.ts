import { codeText, type Code, type ImportedSymbol } from "../code/code.js";
import type { DataModuleDraft, Declaration, ModuleDraft } from "../code/declaration.js";

/** One name of an import declaration, with the alias that keeps it apart from a local one. */
export interface ImportedName {
  readonly name: string;
  readonly alias: string;
  readonly typeOnly: boolean;
}

export interface ImportGroup {
  /** Path below `src/`, without extension. */
  readonly module: string;
  readonly names: readonly ImportedName[];
}

export interface Imports {
  readonly groups: readonly ImportGroup[];
  /** The text of a piece of code with every imported symbol spelled as imported. */
  readonly text: (source: Code) => string;
}

const codesOf = (declaration: Declaration): readonly Code[] => {
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

type Module = ModuleDraft | DataModuleDraft;

const symbolsOf = (draft: Module): readonly ImportedSymbol[] =>
  draft.declarations
    .flatMap((declaration) => codesOf(declaration))
    .flatMap((source) => source.parts)
    .filter((part): part is ImportedSymbol => typeof part !== "string" && part.module !== draft.path);

const keyOf = ({ module, name }: ImportedSymbol): string => `${module} ${name}`;

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** `$` cannot stand in a name that the planner makes, so an alias with it is free. */
const aliasOf = (name: string, taken: ReadonlySet<string>): string => {
  for (let attempt = 0; ; attempt++) {
    const alias = attempt === 0 ? name : `${name}$${attempt}`;
    if (!taken.has(alias)) return alias;
  }
};

const localNames = ({ declarations }: { readonly declarations: readonly Declaration[] }): readonly string[] =>
  declarations.flatMap((declaration) => (declaration.kind === "reexport" ? [] : [declaration.name]));

/** The imports of a module: what its code refers to, each name once, a type unless some use needs the value. */
export const importsOf = (draft: Module): Imports => {
  const taken = new Set(localNames(draft));
  const aliases = new Map<string, ImportedName & { readonly module: string }>();
  for (const imported of symbolsOf(draft)) {
    const before = aliases.get(keyOf(imported));
    const alias = before?.alias ?? aliasOf(imported.name, taken);
    taken.add(alias);
    const typeOnly = imported.typeOnly && (before?.typeOnly ?? true);
    aliases.set(keyOf(imported), { module: imported.module, name: imported.name, alias, typeOnly });
  }
  const groups = new Map<string, ImportedName[]>();
  for (const { module, ...name } of aliases.values()) {
    const names = groups.get(module) ?? [];
    groups.set(module, names);
    names.push(name);
  }
  return {
    groups: [...groups]
      .sort(([left], [right]) => byText(left, right))
      .map(([module, names]) => ({ module, names: names.sort((left, right) => byText(left.name, right.name)) })),
    text: (source) => codeText(source, (imported) => aliases.get(keyOf(imported))?.alias ?? imported.name),
  };
};

/** relativeModule("schemas/account", "runtime/issue") ~> "../runtime/issue.js" */
export const relativeModule = (from: string, to: string): string => {
  const folders = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared]) shared++;
  const up = "../".repeat(folders.length - shared);
  return `${up === "" ? "./" : up}${target.slice(shared).join("/")}.js`;
};
