import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of `$ref`. */
export const references = {
  "ref-cycle": {
    severity: "error",
    title: "A reference that only leads back to itself",
    cause: "Following the `$ref`s from here never arrives at a value.",
    mend: "Let one of them hold the value itself; recursion through properties or items is fine.",
  },
  "ref-not-string": {
    severity: "error",
    title: "`$ref` is not text",
    cause: "The value of `$ref` has to be a string that holds a URI reference.",
    mend: 'Write `$ref: "#/components/…"`, in quotes since `#` begins a comment in YAML.',
    showMend: true,
  },
  "ref-outside-root": {
    severity: "error",
    title: "Reference to a file outside the allowed folder",
    cause: "The `$ref` leads to a file outside the folder from which files may be read.",
    mend: "Move the file into the folder of the description, or run the tool further up.",
    showMend: true,
  },
  "ref-remote-refused": {
    severity: "error",
    title: "Reference to another machine",
    cause: "The `$ref` is a URL; nothing is fetched from the network, so that the same input gives the same output.",
    mend: "Download the file beside the description and refer to it by its path.",
    showMend: true,
  },
  "ref-unresolved": {
    severity: "error",
    title: "Reference to nothing",
    cause: "The file that the `$ref` names, or the place inside it, does not exist.",
    mend: "Correct the reference or add what it names.",
  },
} as const satisfies Record<string, CatalogEntry>;
