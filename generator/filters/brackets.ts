import type { FilterDialect } from "../model/filter.js";
import { defineDialect } from "./define-dialect.js";

/** `created[gte]`, as Stripe and many query-string parsers have it. */
export const brackets: FilterDialect = defineDialect({
  operator: "{field}[{operator}]",
  list: "comma",
  operators: {
    eq: "value",
    ne: "value",
    gt: "value",
    gte: "value",
    lt: "value",
    lte: "value",
    in: "list",
    nin: "list",
    contains: "text",
    starts_with: "text",
    ends_with: "text",
    like: "text",
    ilike: "text",
    exists: "boolean",
    null: "boolean",
  },
  sets: {
    exact: ["ne", "in", "nin"],
    range: ["gt", "gte", "lt", "lte"],
    text: ["contains", "starts_with", "ends_with"],
  },
});
