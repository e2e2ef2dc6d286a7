import { eachLeaf } from "./code.js";
import { codesOf, type Declaration, type ModuleDraft, type DataModuleDraft } from "./declaration.js";

/** What others have to know of a module whose text is made already. */
export interface ModuleOutline {
  readonly kind: "module" | "data";
  /** Path below `src/`, without extension. */
  readonly path: string;
  /** What the package shows of it. */
  readonly names: readonly { readonly name: string; readonly typeOnly: boolean }[];
  /** The modules that it names: `runtime/check`, `schemas/pet`. */
  readonly uses: readonly string[];
}

const isType = ({ kind }: Declaration): boolean => kind === "interface" || kind === "typeAlias";

const namesOf = (declaration: Declaration): ModuleOutline["names"] =>
  declaration.kind !== "reexport" && declaration.exported && declaration.internal !== true ? [{ name: declaration.name, typeOnly: isType(declaration) }] : [];

const modulesOf = (declarations: readonly Declaration[]): ReadonlySet<string> => {
  const modules = new Set<string>();
  for (const declaration of declarations) {
    if (declaration.kind === "reexport") modules.add(declaration.module);
    for (const source of codesOf(declaration))
      eachLeaf(source, (leaf) => {
        if (typeof leaf !== "string") modules.add(leaf.module);
      });
  }
  return modules;
};

export const outlineOf = ({ kind, path, declarations }: ModuleDraft | DataModuleDraft): ModuleOutline => ({
  kind,
  path,
  names: declarations.flatMap(namesOf),
  uses: [...modulesOf(declarations)],
});
