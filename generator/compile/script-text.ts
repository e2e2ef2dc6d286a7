import { type Code, codeText, type ImportedSymbol } from "../code/code.js";
import type { Declaration } from "../code/declaration.js";

/** Declarations as the text of one function body, and the imported values that it expects under names of its own. */
export interface Script {
  readonly text: string;
  readonly imports: readonly (ImportedSymbol & { readonly alias: string })[];
}

/** `$` cannot stand in a name that the writers make, so an alias with it is free. */
const aliasOf = ({ module, name }: ImportedSymbol): string => `${name}$${module.replaceAll(/[^A-Za-z0-9]/g, "_")}`;

/** Types need no text: they would only be taken away again. */
export const scriptText = (declarations: readonly Declaration[]): Script => {
  const imports = new Map<string, ImportedSymbol & { readonly alias: string }>();
  const nameOf = (imported: ImportedSymbol): string => {
    const alias = aliasOf(imported);
    if (!imported.typeOnly) imports.set(alias, { ...imported, alias });
    return alias;
  };
  const text = (code: Code): string => codeText(code, nameOf);
  const lines = declarations.flatMap((declaration): readonly string[] => {
    if (declaration.kind === "const") return [`const ${declaration.name} = ${text(declaration.value)};`];
    if (declaration.kind !== "function") return [];
    const parameters = declaration.parameters.map((parameter) => parameter.name).join(", ");
    return [`function ${declaration.name}(${parameters}) {\n${text(declaration.body)}\n}`];
  });
  return { text: lines.join("\n"), imports: [...imports.values()] };
};
