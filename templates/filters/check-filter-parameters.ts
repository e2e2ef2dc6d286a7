import { add, type Path, type Sink } from "../issue.js";
import { type FilterName, filterNames } from "./filter-names.js";
import type { FilterTable, FilterValue } from "./table.js";
import { addUnknownName } from "./unknown-name.js";
import { faultOf, takesList, valueOf } from "./values.js";

const checkScalar = (expected: FilterValue, value: unknown, path: Path, sink: Sink): boolean => {
  const fault = faultOf(expected, value);
  return fault !== undefined && add(sink, fault.code, path, fault.message);
};

const checkOperand = (name: FilterName, value: unknown, sink: Sink): boolean => {
  const path = [name.wireName];
  const expected = valueOf(name);
  if (!takesList(name)) return checkScalar(expected, value, path, sink);
  if (!Array.isArray(value)) return add(sink, "type", path, "must be an array");
  for (let index = 0; index < value.length; index++)
    if (checkScalar(expected, value[index], [...path, index], sink)) return true;
  return false;
};

/**
 * Adds the issues of the filter parameters in a flat query, and of names that are no parameter at all. The values of
 * other parameters are not looked at. True says that the caller stops here.
 */
export const checkFilterParameters = (
  table: FilterTable,
  query: Readonly<Record<string, unknown>>,
  sink: Sink,
): boolean => {
  const { byWireName, isOther } = filterNames(table);
  for (const key of Object.keys(query)) {
    const value = query[key];
    if (value === undefined) continue;
    // a parameter that holds several operators is looked at as a whole
    if (isOther(key)) continue;
    const name = byWireName.get(key);
    if (name === undefined ? addUnknownName(table, key, [key], sink) : checkOperand(name, value, sink)) return true;
  }
  return false;
};
