import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of texts of documentation, of which `lift --from-docs` makes a description. */
export const documentation = {
  "docs-unrecognised": {
    severity: "error",
    title: "Documentation in no known form",
    cause: "The text is laid out in no form that `lift --from-docs` reads, or names no operation.",
    mend: "Give the text of a reference page, a list of fields in Markdown, or a metadata page of ServiceStack; docs/from-docs.md shows them.",
    showMend: true,
  },
} as const satisfies Record<string, CatalogEntry>;
