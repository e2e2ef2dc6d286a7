import type { StatementStructures, JSDocStructure, OptionalKind } from "ts-morph";
import type { Declaration, ModuleDraft } from "../code/declaration.js";
import { propertyKeyText } from "../code/literal.js";
import { commentText } from "./comment.js";
import type { Morph } from "./morph.js";
import { type Imports, importsOf, relativeModule } from "./imports.js";

/** Turns module drafts into text that only lacks formatting. */
export interface ModulePrinter {
  readonly print: (draft: ModuleDraft) => string;
}

type Structure = StatementStructures | string;

const docsOf = (docs: string | undefined): { readonly docs?: OptionalKind<JSDocStructure>[] } => {
  const text = commentText(docs ?? "");
  return text === "" ? {} : { docs: [{ description: text }] };
};

const structureOf = (declaration: Declaration, draft: ModuleDraft, imports: Imports, morph: Morph): Structure => {
  const { StructureKind, VariableDeclarationKind } = morph;
  const { text } = imports;
  switch (declaration.kind) {
    case "interface":
      return {
        kind: StructureKind.Interface,
        name: declaration.name,
        isExported: declaration.exported,
        ...docsOf(declaration.docs),
        typeParameters: (declaration.typeParameters ?? []).map(text),
        extends: (declaration.extends ?? []).map(text),
        properties: declaration.members.map((member) => ({
          name: propertyKeyText(member.name),
          type: text(member.type),
          isReadonly: true,
          hasQuestionToken: member.optional,
          ...docsOf(member.docs),
        })),
      };
    case "typeAlias":
      return {
        kind: StructureKind.TypeAlias,
        name: declaration.name,
        isExported: declaration.exported,
        ...docsOf(declaration.docs),
        typeParameters: (declaration.typeParameters ?? []).map(text),
        type: text(declaration.type),
      };
    case "function":
      return {
        kind: StructureKind.Function,
        name: declaration.name,
        isExported: declaration.exported,
        ...docsOf(declaration.docs),
        typeParameters: (declaration.typeParameters ?? []).map(text),
        parameters: declaration.parameters.map((parameter) => ({
          name: parameter.name,
          type: text(parameter.type),
          hasQuestionToken: parameter.optional === true,
        })),
        returnType: text(declaration.returnType),
        statements: text(declaration.body),
      };
    case "const":
      return {
        kind: StructureKind.VariableStatement,
        isExported: declaration.exported,
        ...docsOf(declaration.docs),
        declarationKind: VariableDeclarationKind.Const,
        declarations: [
          {
            name: declaration.name,
            ...(declaration.type === undefined ? {} : { type: text(declaration.type) }),
            initializer: text(declaration.value),
          },
        ],
      };
    case "reexport":
      return {
        kind: StructureKind.ExportDeclaration,
        moduleSpecifier: relativeModule(draft.path, declaration.module),
        namedExports: declaration.names.map(({ name, typeOnly }) => (typeOnly ? `type ${name}` : name)),
      };
  }
};

const importStructures = (draft: ModuleDraft, imports: Imports, morph: Morph): readonly Structure[] =>
  imports.groups.map(({ module, names }) => {
    const typeOnly = names.every((one) => one.typeOnly);
    return {
      kind: morph.StructureKind.ImportDeclaration,
      isTypeOnly: typeOnly,
      moduleSpecifier: relativeModule(draft.path, module),
      namedImports: names.map(({ name, alias, typeOnly: isType }) => ({
        name,
        isTypeOnly: isType && !typeOnly,
        ...(alias === name ? {} : { alias }),
      })),
    };
  });

export const createModulePrinter = (morph: Morph): ModulePrinter => {
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { quoteKind: morph.QuoteKind.Double },
  });
  return {
    print: (draft) => {
      const imports = importsOf(draft);
      const statements = [
        ...importStructures(draft, imports, morph),
        ...draft.declarations.map((declaration) => {
          const structure = structureOf(declaration, draft, imports, morph);
          return typeof structure === "string" || declaration.kind === "reexport" ? structure : { ...structure, leadingTrivia: "\n" };
        }),
      ];
      // one call with everything: adding statements one by one is quadratic
      const file = project.createSourceFile(`/${draft.path}.ts`, { statements }, { overwrite: true });
      const body = file.getFullText();
      project.removeSourceFile(file);
      return draft.docs === undefined ? body : `/**\n * ${commentText(draft.docs).replaceAll("\n", "\n * ")}\n */\n\n${body}`;
    },
  };
};

