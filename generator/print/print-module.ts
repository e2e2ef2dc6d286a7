import type { Code } from "../code/code.js";
import type { DataModuleDraft, Declaration, Member, ModuleDraft } from "../code/declaration.js";
import { propertyKeyText } from "../code/literal.js";
import { commentText } from "./comment.js";
import { type ImportGroup, type Imports, importsOf, relativeModule, specifierOf } from "./imports.js";
import { indented } from "./indented.js";

/** Lines of the printer's own do not get longer where they can be broken. */
const width = 120;

const docsText = (docs = ""): string => {
  const text = commentText(docs);
  if (text === "") return "";
  if (!text.includes("\n")) return `/** ${text} */\n`;
  const lines = text.split("\n").map((line) => (line === "" ? " *" : ` * ${line}`));
  return `/**\n${lines.join("\n")}\n */\n`;
};

const importText = ({ module, names }: ImportGroup, from: string): string => {
  const isTypeOnly = names.every(({ typeOnly }) => typeOnly);
  const list = names.map(({ name, alias, typeOnly }) => `${typeOnly && !isTypeOnly ? "type " : ""}${name}${alias === name ? "" : ` as ${alias}`}`);
  const start = isTypeOnly ? "import type" : "import";
  const end = `from "${specifierOf(from, module)}";\n`;
  const line = `${start} { ${list.join(", ")} } ${end}`;
  return line.length <= width + 1 ? line : `${start} {\n${list.map((name) => `  ${name},\n`).join("")}} ${end}`;
};

const typeParametersText = (parameters: readonly Code[] = [], { text }: Imports): string =>
  parameters.length === 0 ? "" : `<${parameters.map(text).join(", ")}>`;

const memberText = ({ name, type, optional, docs }: Member, { text }: Imports): string =>
  `${docsText(docs)}readonly ${propertyKeyText(name)}${optional ? "?" : ""}: ${text(type)};\n`;

const declarationText = (declaration: Declaration, from: string, imports: Imports): string => {
  const { text } = imports;
  if (declaration.kind === "reexport") {
    if (declaration.names === "all") return `export * from "${relativeModule(from, declaration.module)}";\n`;
    const names = declaration.names.map(({ name, typeOnly }) => (typeOnly ? `type ${name}` : name));
    return `export { ${names.join(", ")} } from "${relativeModule(from, declaration.module)}";\n`;
  }
  const start = `${docsText(declaration.docs)}${declaration.exported ? "export " : ""}`;
  const { name } = declaration;
  switch (declaration.kind) {
    case "interface": {
      const bases = declaration.extends ?? [];
      const heritage = bases.length === 0 ? "" : ` extends ${bases.map(text).join(", ")}`;
      const members = declaration.members.map((member) => memberText(member, imports)).join("");
      return `${start}interface ${name}${typeParametersText(declaration.typeParameters, imports)}${heritage} {\n${members}}\n`;
    }
    case "typeAlias":
      return `${start}type ${name}${typeParametersText(declaration.typeParameters, imports)} = ${text(declaration.type)};\n`;
    case "function": {
      const parameters = declaration.parameters.map((parameter) => `${parameter.name}${parameter.optional === true ? "?" : ""}: ${text(parameter.type)}`);
      const head = `function ${name}${typeParametersText(declaration.typeParameters, imports)}(${parameters.join(", ")}): ${text(declaration.returnType)}`;
      return `${start}${head} {\n${text(declaration.body).trimEnd()}\n}\n`;
    }
    case "const":
      return `${start}const ${name}${declaration.type === undefined ? "" : `: ${text(declaration.type)}`} = ${text(declaration.value)};\n`;
  }
};

/**
 * The text of a module, one declaration after the other, indented. It can be read as it is; lines that are too long are the
 * formatter's.
 */
export const printModule = (draft: ModuleDraft | DataModuleDraft): string => {
  const imports = importsOf(draft);
  const declarations = draft.declarations.map((declaration) => {
    const text = declarationText(declaration, draft.path, imports);
    // data is laid out by whoever made it
    return draft.kind === "data" ? text : indented(text);
  });
  const head = [docsText(draft.docs), imports.groups.map((group) => importText(group, draft.path)).join("")];
  // what is only passed on needs no space between
  const isIndex = draft.declarations.every(({ kind }) => kind === "reexport");
  return [...head, ...(isIndex ? [declarations.join("")] : declarations)].filter((part) => part !== "").join("\n");
};
