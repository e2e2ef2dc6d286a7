import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of what the configuration adds, and of names in the output. */
export const usage = {
  "emitter-failed": {
    severity: "error",
    title: "Emitter that failed",
    cause: "An emitter of the configuration could not be loaded, threw, or made something that cannot stand in the package.",
    mend: "Correct the emitter as the message says; docs/emitters.md tells what emitters may do.",
  },
  "name-unavailable": {
    severity: "error",
    title: "Name of the configuration that is taken",
    cause: "The name, or one that is derived from it, belongs to the language, to every package, or to something else that the configuration names.",
    mend: "Choose another name.",
  },
  "name-unknown": {
    severity: "error",
    title: "Name for something that does not exist",
    cause: "`names` of the configuration speaks of a schema or an operation that the description does not have.",
    mend: "Correct the key: a schema's name as the description writes it, an inline schema's type, or an operationId.",
  },
  "name-collision": {
    severity: "warning",
    title: "Two things that would get the same name",
    cause: "Two items of the description lead to one name in the generated code, so one of them gets a number.",
    mend: "Rename one of them in the description, or in `names` of the configuration, if the number is not welcome.",
    showMend: true,
  },
  "only-unmatched": {
    severity: "error",
    title: "Pattern that selects nothing",
    cause: "`--only`, or `only` of the configuration, names an operation or a tag that the description does not have.",
    mend: "Correct the pattern: an operationId, a tag, or a method and a path such as `GET /pets`; `*` stands for anything.",
    showMend: true,
  },
} as const satisfies Record<string, CatalogEntry>;
