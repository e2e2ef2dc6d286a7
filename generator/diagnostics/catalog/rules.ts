import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of the rules between fields and between parameters. */
export const rules = {
  "rule-contradiction": {
    severity: "error",
    title: "Rules that no value can meet",
    cause: "Two rules of one object exclude each other, so every value would be refused.",
    mend: "Remove or loosen one of them.",
  },
  "rule-field-unknown": {
    severity: "error",
    title: "Rule about a field that does not exist",
    cause: "The rule names a field or parameter that is not declared beside it.",
    mend: "Correct the name or declare the field.",
  },
  "rule-invalid": {
    severity: "error",
    title: "Rule that is not well-formed",
    cause: "The extension or keyword that states the rule does not have the shape it needs.",
    mend: "Compare it with the reference of the extension.",
  },
  "rule-vacuous": {
    severity: "warning",
    title: "Rule that is always met",
    cause: "Every value that the schema allows already meets the rule, for example since a field of it is required.",
    mend: "Remove the rule, or make the field optional.",
  },
} as const satisfies Record<string, CatalogEntry>;
