import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of `$ref`, and of the files that it leads to. */
export const references = {
  "file-too-large": {
    severity: "error",
    title: "A file that is too large",
    cause: "The file is larger than what is read, or it holds more than a million values, and more than one for ten characters, which take far more memory than their text.",
    mend: "Raise the limit with --max-size, or with `maxSize` in the configuration.",
  },
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
    cause: "The `$ref` leads, by its path or by a symbolic link, to a file outside the working directory and the folder of the description.",
    mend: "Run the tool further up, or allow it with --allow-outside or with `allowOutside` in the configuration.",
    showMend: true,
  },
  "ref-remote-failed": {
    severity: "error",
    title: "A document that could not be fetched",
    cause: "Reading from the network is allowed, but the URL gave no document: no connection, an error, too many redirects, or no answer in 10 seconds.",
    mend: "Check the URL; it has to be http or https, without user and password, and answer with the document itself.",
  },
  "ref-remote-refused": {
    severity: "error",
    title: "Reference to another machine",
    cause: "The `$ref` is a URL; nothing is fetched from the network unless that is allowed, so that the same input gives the same output.",
    mend: "Download the file and refer to the copy by its path, or say where the copy is with `remotes` in the configuration, or allow it with --allow-remote.",
    showMend: true,
  },
  "ref-unresolved": {
    severity: "error",
    title: "Reference to nothing",
    cause: "The file that the `$ref` names, or the place inside it, does not exist.",
    mend: "Correct the reference or add what it names.",
  },
} as const satisfies Record<string, CatalogEntry>;
