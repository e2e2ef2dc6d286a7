import { catalog, type DiagnosticCode } from "./catalog.js";
import type { CatalogEntry } from "./catalog/catalog-entry.js";

/** What a finding counts as; `off` is not reported at all. */
export const levels = ["error", "warning", "off"] as const;

export type Level = (typeof levels)[number];

/** Levels that a configuration gives to codes; all others keep that of the catalogue. */
export type Levels = ReadonlyMap<DiagnosticCode, Level>;

export const isCode = (name: string): name is DiagnosticCode => Object.hasOwn(catalog, name);

export const codes: readonly string[] = Object.keys(catalog);

/**
 * May the code be less than an error? What is a warning always may. An error stands for something that cannot be read or
 * written, so it may not, except where the catalogue says that what is left without it is whole.
 */
export const mayBeRelaxed = (code: DiagnosticCode): boolean => {
  const { severity, relaxable }: CatalogEntry = catalog[code];
  return severity !== "error" || relaxable === true;
};
