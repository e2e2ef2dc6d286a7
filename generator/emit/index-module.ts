import type { DataModuleDraft, Declaration, Draft, ModuleDraft, ReexportDeclaration } from "../code/declaration.js";

/** What packages show of their run time. */
const runtime: readonly ReexportDeclaration[] = [
  {
    kind: "reexport",
    module: "runtime/issue",
    names: ["Issue", "IssueCode", "IssueDetails", "MessageDetails", "Messages", "Result", "ValidateOptions"].map((name) => ({ name, typeOnly: true })),
  },
  { kind: "reexport", module: "runtime/standard-schema", names: [{ name: "StandardSchema", typeOnly: true }] },
  { kind: "reexport", module: "runtime/to-dotted-path", names: [{ name: "toDottedPath", typeOnly: false }] },
  { kind: "reexport", module: "runtime/to-field-errors", names: [{ name: "toFieldErrors", typeOnly: false }] },
  { kind: "reexport", module: "runtime/to-pointer", names: [{ name: "toPointer", typeOnly: false }] },
  {
    kind: "reexport",
    module: "openapi",
    names: ["components", "operations", "paths"].map((name) => ({ name, typeOnly: true })),
  },
];

const types = (module: string, names: readonly string[]): ReexportDeclaration => ({
  kind: "reexport",
  module,
  names: names.map((name) => ({ name, typeOnly: true })),
});

const streamTypes = types("runtime/stream", ["StreamItem", "StreamOptions", "StreamSource"]);
const jsonSchemaTypes = types("runtime/json-schema", ["JsonSchema"]);

const isShown = (declaration: Declaration): boolean =>
  declaration.kind !== "reexport" && declaration.exported && declaration.internal !== true;

const isType = (declaration: Declaration): boolean => declaration.kind === "interface" || declaration.kind === "typeAlias";

const reexport = (draft: ModuleDraft | DataModuleDraft): readonly ReexportDeclaration[] => {
  const names = draft.declarations.flatMap((declaration) =>
    declaration.kind !== "reexport" && isShown(declaration) ? [{ name: declaration.name, typeOnly: isType(declaration) }] : [],
  );
  return names.length === 0 ? [] : [{ kind: "reexport", module: draft.path, names }];
};

/** `src/index.ts`: every exported name of the package by name, so that an editor and a bundler see each alone. */
export const indexModule = (drafts: readonly Draft[], docs: string): ModuleDraft => ({
  kind: "module",
  path: "index",
  docs,
  declarations: [
    ...drafts.flatMap((draft) => (draft.kind === "text" ? [] : reexport(draft))),
    ...runtime,
    ...(drafts.some(({ path }) => path.startsWith("streams/")) ? [streamTypes] : []),
    ...(drafts.some(({ kind }) => kind === "data") ? [jsonSchemaTypes] : []),
  ],
});
