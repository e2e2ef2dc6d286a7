import type { Schema } from "./schema.js";
import { circlesOf } from "./circles-of.js";
import { subschemasOf } from "./subschemas.js";

/** The schemas that can be met again inside of their own value. */
export const recursiveSchemas = (roots: Iterable<Schema>): ReadonlySet<Schema> =>
  new Set(circlesOf(roots, subschemasOf).flat());
