import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of the rules between fields and between parameters. */
export const rules = {
  "rule-contradiction": {
    severity: "warning",
    title: "Rules that contradict each other",
    cause: "Rules about which fields are there leave no object that obeys all of them, or a field that never may be there.",
    mend: "Correct one of the rules, or remove the field.",
  },
  "rule-field-unknown": {
    severity: "error",
    title: "Rule about a field that does not exist",
    cause: "The rule names a field or parameter that is not declared beside it.",
    mend: "Correct the name or declare the field.",
  },
} as const satisfies Record<string, CatalogEntry>;
