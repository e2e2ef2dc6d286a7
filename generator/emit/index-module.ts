import type { ModuleDraft, ReexportDeclaration } from "../code/declaration.js";
import type { ModuleOutline } from "../code/outline.js";
import { chunks, moduleLimit } from "./chunks.js";
import { modulesUsed } from "./runtime-modules.js";
import { uploadTypes } from "../plan/upload-files.js";

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

/** What a package with operations shows of its client. */
const client: readonly ReexportDeclaration[] = [
  types("runtime/client/client", ["CommonOptions", "RequestInfo", "ResponseInfo", "ResponseValidation", "ResponseWarning"]),
  { kind: "reexport", module: "runtime/client/client", names: [{ name: "ApiClient", typeOnly: true }] },
  {
    kind: "reexport",
    module: "runtime/client/errors",
    names: ["AbortError", "ApiError", "ClientError", "NetworkError", "TimeoutError", "ValidationError"].map((name) => ({ name, typeOnly: false })),
  },
  types("runtime/client/exchange", ["CallOptions"]),
  types("runtime/client/outcome", ["Outcome"]),
  types("runtime/client/retry", ["RetryOptions"]),
];

/** What a package with bulk operations shows of them. */
const bulk: readonly ReexportDeclaration[] = [
  { kind: "reexport", module: "runtime/client/bulk/result", names: [{ name: "BulkError", typeOnly: false }] },
  types("runtime/client/bulk/result", ["BulkIndexed", "BulkItemResult", "BulkRejected", "BulkResult", "BulkUnknown", "BulkWritten"]),
  types("runtime/client/bulk/options", ["BulkItems", "BulkJournal", "BulkOptions", "BulkProgress", "RetryFailedOptions"]),
];

/** Types of functions that not every package has, by the module that makes them. */
const clientParts: readonly ReexportDeclaration[] = [
  types("runtime/client/paginate", ["PageProgress", "Pages", "PaginateOptions"]),
  types("runtime/client/stream-lines", ["BrokenLine", "StreamLinesOptions"]),
  types("runtime/client/response-headers", ["KnownHeaders"]),
  types("runtime/client/upload", uploadTypes),
  types("runtime/client/bulk", ["BulkOperation", "BulkOutcome"]),
  types("runtime/client/wire/representation", ["Representation"]),
];

interface NamedReexport extends ReexportDeclaration {
  readonly names: Exclude<ReexportDeclaration["names"], "all">;
}

const reexport = ({ path, names }: ModuleOutline): readonly NamedReexport[] => (names.length === 0 ? [] : [{ kind: "reexport", module: path, names }]);

const main = "index";

/** A name stands in a line of its own where it has company, after `type` and before a comma; a module adds the rest. */
const lengthOf = ({ module, names }: NamedReexport): number => module.length + 40 + names.reduce((sum, { name }) => sum + name.length + 10, 0);

const byModule = (left: ReexportDeclaration, right: ReexportDeclaration): number => (left.module < right.module ? -1 : left.module > right.module ? 1 : 0);

/** Modules that pass on so many names each that an editor opens them. Which, depends on the names alone. */
const partModules = (declarations: readonly NamedReexport[]): readonly ModuleDraft[] =>
  chunks([...declarations].sort(byModule), lengthOf).map((part, index) => ({ kind: "module", path: `${main}/part-${index + 1}`, declarations: part }));

/**
 * `src/index.ts`: every exported name of the package by name, so that an editor and a bundler see each alone. Where that were
 * too large a file, it passes on all that its parts do.
 */
export const indexModules = (outlines: readonly ModuleOutline[], docs: string): readonly ModuleDraft[] => {
  const used = modulesUsed(outlines);
  const named = outlines.flatMap(reexport);
  const parts = named.reduce((sum, one) => sum + lengthOf(one), 0) > moduleLimit ? partModules(named) : [];
  return [
    ...parts,
    {
      kind: "module",
      path: main,
      docs,
      declarations: [
        ...(parts.length === 0 ? named : parts.map(({ path }): ReexportDeclaration => ({ kind: "reexport", module: path, names: "all" }))),
        ...runtime,
        ...(outlines.some(({ path }) => path.startsWith("streams/")) ? [streamTypes] : []),
        ...(outlines.some(({ path }) => path === "client") ? client : []),
        ...(used.has("runtime/client/bulk") ? bulk : []),
        ...clientParts.filter(({ module }) => used.has(module)),
        ...(outlines.some(({ kind }) => kind === "data") ? [jsonSchemaTypes] : []),
      ],
    },
  ];
};
