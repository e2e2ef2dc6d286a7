import { type BuiltInDialect, defineDialect } from "./define-dialect.js";

/** `age>=`, `age<`: the comparison stands in the name, and `!` or `<>` is its opposite. */
export const comparison: BuiltInDialect = defineDialect({
  title: "comparisons in the name",
  operator: "{field}{operator}",
  negation: "{parameter}!",
  list: "comma",
  operators: { gt: "value", gte: "value", lt: "value", lte: "value" },
  words: { gt: ">", gte: ">=", lt: "<", lte: "<=" },
  sets: { range: ["gt", "gte", "lt", "lte"] },
  spelling: { negated: { "!=": "equals", "<>": "equals" } },
});
