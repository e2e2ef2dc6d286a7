import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of names in the output. */
export const usage = {
  "name-collision": {
    severity: "warning",
    title: "Two things that would get the same name",
    cause: "Two items of the description lead to one name in the generated code, so the later one gets a number.",
    mend: "Rename one of them in the description if the number is not welcome.",
    showMend: true,
  },
} as const satisfies Record<string, CatalogEntry>;
