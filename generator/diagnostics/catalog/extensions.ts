import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of the `x-` extensions: filters, bulk, pagination, streams. */
export const extensions = {
  "bulk-invalid": {
    severity: "error",
    title: "x-bulk that does not fit its operation",
    cause: "`x-bulk` has the wrong shape, or points to items that request or response do not have.",
    mend: "Correct the pointers so that they lead to the lists of the request and of the response.",
  },
  "extension-invalid": {
    severity: "error",
    title: "Extension of the wrong shape",
    cause: "The value of an `x-` extension of this tool does not match the extension's JSON Schema.",
    mend: "Correct the value.",
  },
  "extension-unknown": {
    severity: "warning",
    title: "Extension that looks misspelt",
    cause: "The `x-` name is close to an extension of this tool, or stands where that extension has no meaning.",
    mend: "Correct the name or move it to where it belongs.",
  },
  "filter-dialect-invalid": {
    severity: "error",
    title: "Filter dialect that cannot be used",
    cause: "`x-filter-dialect` is no built-in dialect and no valid description of one.",
    mend: "Name a built-in dialect, or correct the template, the operators and the sets.",
  },
  "filter-invalid": {
    severity: "error",
    title: "x-filter that cannot be used",
    cause:
      "`x-filter` has to be the name of a set, or an object with `operators` (each once) and, if wanted, `negatable`; its parameter has to be optional and to take single values or lists of them.",
    mend: "Correct the value, or write `x-filter: false` to opt out.",
  },
  "filter-operator-unknown": {
    severity: "error",
    title: "Unknown filter operator",
    cause: "The filter names an operator that the dialect of the document does not define.",
    mend: "Correct the name, or add the operator to `x-filter-dialect`.",
  },
  "filter-set-unknown": {
    severity: "error",
    title: "Unknown set of filter operators",
    cause: "The filter names a set that the dialect of the document does not define.",
    mend: "Correct the name, or add the set to `x-filter-dialect`.",
  },
  "pagination-invalid": {
    severity: "error",
    title: "x-pagination that does not fit its operation",
    cause: "`x-pagination` has the wrong shape, or names parameters or response members that do not exist.",
    mend: "Correct the names.",
  },
  "stream-invalid": {
    severity: "error",
    title: "x-stream that does not fit its operation",
    cause: "`x-stream` has the wrong shape, or names a parameter or media type that the operation lacks.",
    mend: "Correct the names.",
  },
} as const satisfies Record<string, CatalogEntry>;
