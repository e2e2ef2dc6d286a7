import type { Report } from "../diagnostics/collector.js";
import { child } from "../source/pointer.js";
import type { FilterDialect, FilterSet } from "../model/filter.js";
import type { FilterSource } from "./filter-source.js";
import { groupEnumerated } from "./group-enumerated.js";
import { readFilterField } from "./read-filter-field.js";
import { reportCollisions } from "./report-collisions.js";

const reportMissingDialect = (parameters: readonly FilterSource[], report: Report): void => {
  for (const { filter, pointer } of parameters)
    if (filter !== undefined && filter !== false)
      report("filter-invalid", {
        message:
          "`x-filter` needs an `x-filter-dialect` at the root of the document, which says how operators are spelled",
        at: { pointer: child(pointer, "x-filter"), part: "key" },
      });
};

/**
 * The filters of one operation, out of all its query parameters: those that `x-filter` declares and those that are
 * spelled out, in document order. Undefined where it has none. `dialect` is undefined where the document declares none.
 * Of `replaced` parameters, whose place another of the same name takes, only the faults are told.
 */
export const readFilterSet = (
  parameters: readonly FilterSource[],
  dialect: FilterDialect | undefined,
  report: Report,
  replaced: readonly FilterSource[] = [],
): FilterSet | undefined => {
  if (dialect === undefined) {
    reportMissingDialect([...replaced, ...parameters], report);
    return undefined;
  }
  for (const parameter of replaced) readFilterField(parameter, dialect, report);
  const declared = parameters.flatMap((parameter) => readFilterField(parameter, dialect, report) ?? []);
  reportCollisions(declared, parameters, dialect, report);
  const place = new Map(parameters.map(({ pointer }, index) => [pointer, index]));
  const fields = [...declared, ...groupEnumerated(parameters, dialect)].sort(
    (left, right) => (place.get(left.pointer) ?? 0) - (place.get(right.pointer) ?? 0),
  );
  return fields.length === 0 ? undefined : { dialect, fields };
};
