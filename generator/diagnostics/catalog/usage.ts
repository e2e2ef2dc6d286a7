import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of names in the output, and of how the tool was called. */
export const usage = {
  "config-invalid": {
    severity: "error",
    title: "Configuration that cannot be used",
    cause: "The configuration file is missing, cannot be read, or has a member of the wrong shape.",
    mend: "Correct it; editors help when it uses `defineConfig` or names the JSON Schema.",
  },
  "name-collision": {
    severity: "error",
    title: "Two things that would get the same name",
    cause: "Two items of the description lead to one name in the generated code, or to files that differ in case only.",
    mend: "Rename one of them in the description or in the `names` of the configuration.",
  },
  "name-invalid": {
    severity: "error",
    title: "Name that cannot be used",
    cause: "The name that is asked for is no identifier, or is reserved in TypeScript.",
    mend: "Choose another name in the configuration.",
  },
  "option-invalid": {
    severity: "error",
    title: "Option that cannot be used",
    cause: "An option is unknown, has the wrong kind of value, or contradicts another one.",
    mend: "Correct the option; `--help` lists them all.",
  },
} as const satisfies Record<string, CatalogEntry>;
