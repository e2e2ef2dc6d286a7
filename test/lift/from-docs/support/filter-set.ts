import { toPlain } from "../../../../generator/source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../../../generator/source/value.js";

/** The operators of a filter, whatever its set is called. */
export const filterSetOf = (filter: SourceValue, root: SourceObject): string => {
  const dialect = root.get("x-filter-dialect");
  const sets = isSourceObject(dialect) ? dialect.get("sets") : undefined;
  const named = typeof filter === "string" && isSourceObject(sets) ? sets.get(filter) : undefined;
  return isSourceArray(named) ? `${named.map(String).sort().join(" ")}, all negatable` : JSON.stringify(toPlain(filter));
};
