import type { ModuleDraft, ReexportDeclaration } from "../code/declaration.js";
import type { ModuleOutline } from "../code/outline.js";
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

const reexport = ({ path, names }: ModuleOutline): readonly ReexportDeclaration[] => (names.length === 0 ? [] : [{ kind: "reexport", module: path, names }]);

/** `src/index.ts`: every exported name of the package by name, so that an editor and a bundler see each alone. */
export const indexModule = (outlines: readonly ModuleOutline[], docs: string): ModuleDraft => {
  const used = modulesUsed(outlines);
  return {
    kind: "module",
    path: "index",
    docs,
    declarations: [
      ...outlines.flatMap(reexport),
      ...runtime,
      ...(outlines.some(({ path }) => path.startsWith("streams/")) ? [streamTypes] : []),
      ...(outlines.some(({ path }) => path === "client") ? client : []),
      ...(used.has("runtime/client/bulk") ? bulk : []),
      ...clientParts.filter(({ module }) => used.has(module)),
      ...(outlines.some(({ kind }) => kind === "data") ? [jsonSchemaTypes] : []),
    ],
  };
};
