import { dialects } from "../../../generator/filters/index.js";
import type { FilterDialect } from "../../../generator/model/filter.js";

/** How Pigello spells its filters, as `spec/pigello-accounts.yaml` says it. */
export const pigello: FilterDialect = {
  operator: "{field}__{operator}",
  negation: "{parameter}!",
  list: "comma",
  operators: new Map([
    ["gt", "value"],
    ["gte", "value"],
    ["in", "list"],
    ["isnull", "boolean"],
    ["lt", "value"],
    ["lte", "value"],
    ["icontains", "text"],
  ]),
  sets: new Map([
    ["range", ["gt", "gte", "in", "isnull", "lt", "lte"]],
    ["text", ["icontains", "in", "isnull"]],
    ["exact", ["in", "isnull"]],
  ]),
};

/** No separator, the operator in front, a negation on both sides: what the templates allow beyond the built-in families. */
export const unusual: Readonly<Record<string, FilterDialect>> = {
  suffix: { ...pigello, operator: "{field}{operator}", negation: "not-{parameter}" },
  operatorFirst: { ...pigello, operator: "{operator}_{field}", negation: "<{parameter}>" },
  jsonApi: { ...pigello, operator: "filter[{field}][{operator}]", list: "repeat" },
};

export const everyDialect: readonly (readonly [name: string, dialect: FilterDialect])[] = [
  ...Object.entries(dialects),
  ["pigello", pigello],
  ...Object.entries(unusual),
];
