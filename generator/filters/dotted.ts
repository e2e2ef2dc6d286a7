import type { FilterDialect } from "../model/filter.js";
import { defineDialect } from "./define-dialect.js";

/** `due_on.before` (Asana), `age.greaterThan` (JHipster). `not` is an operator here: the family marks no negation. */
export const dotted: FilterDialect = defineDialect({
  operator: "{field}.{operator}",
  list: "comma",
  operators: {
    eq: "value",
    ne: "value",
    gt: "value",
    gte: "value",
    lt: "value",
    lte: "value",
    before: "value",
    after: "value",
    not: "value",
    any: "list",
    all: "list",
    in: "list",
    contains: "text",
    equals: "value",
    notEquals: "value",
    notIn: "list",
    specified: "boolean",
    greaterThan: "value",
    greaterThanOrEqual: "value",
    lessThan: "value",
    lessThanOrEqual: "value",
    doesNotContain: "text",
  },
  sets: {
    exact: ["any", "not"],
    range: ["gt", "gte", "lt", "lte"],
    time: ["before", "after"],
  },
});
