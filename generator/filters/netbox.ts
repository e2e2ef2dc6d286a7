import { type BuiltInDialect, defineDialect } from "./define-dialect.js";

/**
 * The lookups of NetBox: `name__ic`, and `name__nic` for those that do not contain it.
 * https://netboxlabs.com/docs/netbox/reference/filtering/
 */
export const netbox: BuiltInDialect = defineDialect({
  title: "NetBox lookups",
  operator: "{field}__{operator}",
  list: "repeat",
  operators: {
    gt: "value",
    gte: "value",
    lt: "value",
    lte: "value",
    before: "value",
    after: "value",
    ic: "text",
    isw: "text",
    iew: "text",
    ie: "text",
    regex: "text",
    iregex: "text",
    empty: "boolean",
  },
  sets: {
    range: ["gt", "gte", "lt", "lte"],
    text: ["ic", "isw", "iew", "ie", "empty"],
  },
  spelling: { negated: { n: "equals", nic: "ic", nisw: "isw", niew: "iew", nie: "ie" } },
});
