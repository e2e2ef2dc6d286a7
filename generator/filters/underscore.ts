import type { FilterDialect } from "../model/filter.js";
import { defineDialect } from "./define-dialect.js";

/** `start_date_gte` (Airflow), `created_after`, `price_min`. */
export const underscore: FilterDialect = defineDialect({
  operator: "{field}_{operator}",
  list: "comma",
  operators: {
    eq: "value",
    ne: "value",
    gt: "value",
    gte: "value",
    lt: "value",
    lte: "value",
    after: "value",
    before: "value",
    min: "value",
    max: "value",
    in: "list",
    not_in: "list",
    contains: "text",
    starts_with: "text",
    ends_with: "text",
    like: "text",
    is_null: "boolean",
  },
  sets: {
    exact: ["ne", "in", "not_in"],
    range: ["gt", "gte", "lt", "lte"],
    time: ["after", "before"],
    limits: ["min", "max"],
    text: ["contains", "starts_with", "ends_with"],
  },
});
