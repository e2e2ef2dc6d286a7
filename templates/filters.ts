export { checkFilterParameters } from "./filters/check-filter-parameters.js";
export { readWhere } from "./filters/read-where.js";
export type {
  FilterFieldTable,
  FilterOperatorTable,
  FilterTable,
  FilterValue,
  FilterValueKind,
} from "./filters/table.js";
export { type QueryCheck, validateQuery } from "./filters/validate-query.js";
export { flattenWhere, writeFilters, writeWhere } from "./filters/write-where.js";
