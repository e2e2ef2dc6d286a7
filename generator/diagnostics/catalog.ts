import type { CatalogEntry } from "./catalog/catalog-entry.js";
import { documentation } from "./catalog/documentation.js";
import { extensions } from "./catalog/extensions.js";
import { overlays } from "./catalog/overlays.js";
import { reading } from "./catalog/reading.js";
import { references } from "./catalog/references.js";
import { rules } from "./catalog/rules.js";
import { schemas } from "./catalog/schemas.js";
import { structure } from "./catalog/structure.js";
import { usage } from "./catalog/usage.js";

/** Every diagnostic there is, by code. A new code is one entry in the file of its group. */
export const catalog = {
  ...reading,
  ...overlays,
  ...references,
  ...structure,
  ...schemas,
  ...rules,
  ...extensions,
  ...usage,
  ...documentation,
} as const satisfies Record<string, CatalogEntry>;

export type DiagnosticCode = keyof typeof catalog;
