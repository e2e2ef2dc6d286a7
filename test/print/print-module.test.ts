import path from "node:path";
import { Node, Project, type SourceFile, ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import type { DataModuleDraft, Declaration, ModuleDraft } from "../../generator/code/declaration.js";
import { emitters } from "../../generator/emit/index.js";
import { indexModules } from "../../generator/emit/index-module.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { commentText } from "../../generator/print/comment.js";
import { loadFormat } from "../../generator/print/format.js";
import { outlineOf } from "../../generator/code/outline.js";
import { formatters } from "../../generator/print/formatters.js";
import { printModule } from "../../generator/print/print-module.js";
import { readSpec } from "../../generator/read-spec.js";
import { draftsOf } from "../support/drafts-of.js";

type Draft = ModuleDraft | DataModuleDraft;

/** Every module of a real package, and of one whose names and texts mean harm. */
const modulesOf = (input: string): readonly Draft[] => {
  const { contract } = readSpec(input, process.cwd());
  if (contract === undefined) throw new Error(`${input} has errors`);
  const report = (): void => undefined;
  const plan = makePlan(contract, "printed", report);
  const modules = draftsOf(emitters, { plan, report }).filter((draft): draft is Draft => draft.kind !== "text");
  return [...modules, ...indexModules(modules.map(outlineOf), "Printed */ 1")];
};

const inputs = ["spec/pigello-accounts.yaml", "spec/taxfiling-accounts.yaml", "test/rules/hostile-names/spec.yaml"];

const drafts = inputs.flatMap((input) => modulesOf(path.resolve(input)).map((draft) => ({ name: `${path.basename(path.dirname(input))}/${path.basename(input)} ${draft.path}`, draft })));

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

const parsed = (text: string): SourceFile => {
  const file = project.createSourceFile("/module.ts", text, { overwrite: true });
  const [problem] = project.getProgram().getSyntacticDiagnostics(file);
  if (problem !== undefined) throw new Error(ts.flattenDiagnosticMessageText(problem.compilerObject.messageText, "\n"));
  return file;
};

/** What a draft says of a declaration, as far as a reader of the text can tell. */
const said = (declaration: Declaration): object => {
  if (declaration.kind === "reexport")
    return { kind: "reexport", names: declaration.names === "all" ? [] : declaration.names.map(({ name, typeOnly }) => `${typeOnly ? "type " : ""}${name}`) };
  const { kind, name, exported, docs } = declaration;
  const common = { kind, name, exported, docs: commentText(docs ?? "") };
  if (declaration.kind === "interface")
    return { ...common, members: declaration.members.map((member) => ({ name: member.name, optional: member.optional, docs: commentText(member.docs ?? "") })) };
  return declaration.kind === "function"
    ? { ...common, parameters: declaration.parameters.map((parameter) => ({ name: parameter.name, optional: parameter.optional === true })) }
    : common;
};

const docsOf = (node: { readonly getJsDocs: () => readonly { readonly getInnerText: () => string }[] }): string => node.getJsDocs().at(-1)?.getInnerText() ?? "";

const propertyName = (node: Node): string => {
  const text = node.getText();
  return text.startsWith('"') ? (JSON.parse(text.replaceAll(/\\u([0-9a-f]{4})/g, "\\u$1")) as string) : text;
};

/** What ts-morph reads in the text. */
const read = (file: SourceFile): readonly object[] =>
  file.getStatements().flatMap((statement): readonly object[] => {
    if (Node.isImportDeclaration(statement)) return [];
    if (Node.isExportDeclaration(statement))
      return [{ kind: "reexport", names: statement.getNamedExports().map((one) => `${one.isTypeOnly() ? "type " : ""}${one.getName()}`) }];
    if (Node.isInterfaceDeclaration(statement))
      return [
        {
          kind: "interface",
          name: statement.getName(),
          exported: statement.isExported(),
          docs: docsOf(statement),
          members: statement.getProperties().map((member) => ({ name: propertyName(member.getNameNode()), optional: member.hasQuestionToken(), docs: docsOf(member) })),
        },
      ];
    if (Node.isTypeAliasDeclaration(statement)) return [{ kind: "typeAlias", name: statement.getName(), exported: statement.isExported(), docs: docsOf(statement) }];
    if (Node.isFunctionDeclaration(statement))
      return [
        {
          kind: "function",
          name: statement.getName(),
          exported: statement.isExported(),
          docs: docsOf(statement),
          parameters: statement.getParameters().map((parameter) => ({ name: parameter.getName(), optional: parameter.isOptional() })),
        },
      ];
    if (Node.isVariableStatement(statement))
      return statement.getDeclarations().map((declaration) => ({ kind: "const", name: declaration.getName(), exported: statement.isExported(), docs: docsOf(statement) }));
    throw new Error(`nothing prints a ${statement.getKindName()}`);
  });

/** Signs that a formatter adds and takes away. */
const free = new Set([ts.SyntaxKind.CommaToken, ts.SyntaxKind.SemicolonToken, ts.SyntaxKind.OpenParenToken, ts.SyntaxKind.CloseParenToken, ts.SyntaxKind.BarToken]);

/** The program without its layout. */
const tokensOf = (text: string): readonly string[] => {
  const all: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount() === 0 && node.getText() !== "" && !free.has(node.kind)) all.push(ts.isStringLiteral(node) || ts.isNumericLiteral(node) ? `literal ${node.text}` : node.getText().replace(/^"([A-Za-z_$][\w$]*)"$/, "$1"));
    node.getChildren().forEach(visit);
  };
  visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ESNext, true));
  return all;
};

describe("what is printed", () => {
  test.each(drafts)("of $name says what the draft says", ({ draft }) => {
    const file = parsed(printModule(draft));
    expect(read(file)).toEqual(draft.declarations.map(said));
  });

  test.each(drafts.filter(({ draft }) => draft.kind === "module"))("of $name is the same program whoever lays it out", async ({ draft }) => {
    const printed = printModule(draft);
    const tokens = tokensOf(printed);
    for (const formatter of formatters) expect(tokensOf(await (await loadFormat(formatter))(printed))).toEqual(tokens);
  });
});
