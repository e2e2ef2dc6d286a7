import type { FilterDialect } from "../model/filter.js";
import { defineDialect } from "./define-dialect.js";

/**
 * Field lookups of Django, as django-filter offers them.
 * https://docs.djangoproject.com/en/5.2/ref/models/querysets/#field-lookups
 */
export const django: FilterDialect = defineDialect({
  operator: "{field}__{operator}",
  list: "comma",
  operators: {
    exact: "value",
    iexact: "text",
    contains: "text",
    icontains: "text",
    startswith: "text",
    istartswith: "text",
    endswith: "text",
    iendswith: "text",
    regex: "text",
    iregex: "text",
    gt: "value",
    gte: "value",
    lt: "value",
    lte: "value",
    in: "list",
    range: "list",
    isnull: "boolean",
    date: "text",
    time: "text",
    year: "integer",
    iso_year: "integer",
    quarter: "integer",
    month: "integer",
    week: "integer",
    week_day: "integer",
    iso_week_day: "integer",
    day: "integer",
    hour: "integer",
    minute: "integer",
    second: "integer",
  },
  sets: {
    exact: ["in", "isnull"],
    range: ["gt", "gte", "in", "isnull", "lt", "lte"],
    text: ["contains", "endswith", "icontains", "iendswith", "iexact", "in", "isnull", "istartswith", "startswith"],
  },
});
