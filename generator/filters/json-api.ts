import { brackets } from "./brackets.js";
import type { BuiltInDialect } from "./define-dialect.js";
import { spellingOf } from "./spelling.js";

/** `filter[name]`, `filter[name][eq]` (https://jsonapi.org/recommendations/#filtering), and the same with `filters` or `where`. */
const families = ["filter", "filters", "where"] as const;

const each = (template: (family: string) => string): readonly string[] => families.map(template);

/** The operators are those of `created[gte]`; `x-filter` writes them in the family `filter`, its bare parameter under its own name. */
const dialect = { ...brackets, operator: "filter[{field}][{operator}]" };

export const jsonApi: BuiltInDialect = {
  ...dialect,
  spelling: spellingOf("JSON:API filters", dialect, {
    templates: [...each((family) => `${family}[{field}][{operator}]`), ...each((family) => `${family}[{field}][{operator}][]`)],
    negatedTemplates: each((family) => `${family}[{field}][not][{operator}]`),
    bare: [...each((family) => `${family}[{field}]`), ...each((family) => `${family}[{field}][]`)],
    negations: ["{parameter}[not]", "{parameter}!"],
  }),
};
