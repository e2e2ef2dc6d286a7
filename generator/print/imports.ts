import { codeText, type Code, eachLeaf, type ImportedSymbol, packagePrefix } from "../code/code.js";
import { codesOf, type DataModuleDraft, type Declaration, type ModuleDraft } from "../code/declaration.js";

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

type Module = ModuleDraft | DataModuleDraft;

/** The symbols of other modules, each time that one stands there. */
const eachSymbol = (draft: Module, visit: (imported: ImportedSymbol) => void): void => {
  for (const declaration of draft.declarations)
    for (const source of codesOf(declaration))
      eachLeaf(source, (leaf) => {
        if (typeof leaf !== "string" && leaf.module !== draft.path) visit(leaf);
      });
};

const keyOf = ({ module, name }: ImportedSymbol): string => `${module} ${name}`;

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** `$` cannot stand in a name that the planner makes, so an alias with it is free. */
const aliasOf = (name: string, taken: ReadonlySet<string>): string => {
  for (let attempt = 0; ; attempt++) {
    const alias = attempt === 0 ? name : `${name}$${attempt}`;
    if (!taken.has(alias)) return alias;
  }
};

const declaredNames = (declarations: readonly Declaration[]): readonly string[] =>
  declarations.flatMap((declaration) => (declaration.kind === "reexport" ? [] : [declaration.name]));

const localNames = (draft: Module): readonly string[] => [...declaredNames(draft.declarations), ...(draft.kind === "module" ? (draft.locals ?? []) : [])];

/** The imports of a module: what its code refers to, each name once, a type unless some use needs the value. */
export const importsOf = (draft: Module): Imports => {
  const taken = new Set(localNames(draft));
  const aliases = new Map<string, ImportedName & { readonly module: string }>();
  eachSymbol(draft, (imported) => {
    const before = aliases.get(keyOf(imported));
    const alias = before?.alias ?? aliasOf(imported.name, taken);
    taken.add(alias);
    const typeOnly = imported.typeOnly && (before?.typeOnly ?? true);
    aliases.set(keyOf(imported), { module: imported.module, name: imported.name, alias, typeOnly });
  });
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

/** What an import names: a file of the package, or another package. */
export const specifierOf = (from: string, to: string): string => (to.startsWith(packagePrefix) ? to.slice(packagePrefix.length) : relativeModule(from, to));

/** relativeModule("schemas/account", "runtime/issue") ~> "../runtime/issue.js" */
export const relativeModule = (from: string, to: string): string => {
  const folders = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared]) shared++;
  const up = "../".repeat(folders.length - shared);
  return `${up === "" ? "./" : up}${target.slice(shared).join("/")}.js`;
};
