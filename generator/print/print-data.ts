import type { ConstDeclaration, DataModuleDraft } from "../code/declaration.js";
import { commentText } from "./comment.js";
import { type ImportGroup, type Imports, importsOf, relativeModule } from "./imports.js";

const docsText = (docs = ""): string => (docs === "" ? "" : `/** ${commentText(docs).replaceAll("\n", "\n * ")} */\n`);

const importText = ({ module, names }: ImportGroup, from: string): string => {
  const list = names.map(({ name, alias, typeOnly }) => `${typeOnly ? "type " : ""}${name}${alias === name ? "" : ` as ${alias}`}`);
  return `import { ${list.join(", ")} } from "${relativeModule(from, module)}";\n`;
};

const constText = ({ name, exported, docs, type, value }: ConstDeclaration, { text }: Imports): string =>
  `${docsText(docs)}${exported ? "export " : ""}const ${name}${type === undefined ? "" : `: ${text(type)}`} = ${text(value)};\n`;

/** The text of a module of data, as its maker laid it out. */
export const printData = (draft: DataModuleDraft): string => {
  const imports = importsOf(draft);
  const parts = [
    docsText(draft.docs),
    imports.groups.map((group) => importText(group, draft.path)).join(""),
    ...draft.declarations.map((declaration) => constText(declaration, imports)),
  ];
  return parts.filter((part) => part !== "").join("\n");
};
