import type { Report } from "../diagnostics/collector.js";
import { child } from "../source/pointer.js";
import type { FilterDialect, FilterField, FilterSet } from "../model/filter.js";
import { brackets } from "./brackets.js";
import type { Detection } from "./evidence.js";
import type { FilterSource } from "./filter-source.js";
import { groupEnumerated } from "./group-enumerated.js";
import { groupObjects } from "./group-objects.js";
import { readFilterField } from "./read-filter-field.js";
import { reportCollisions } from "./report-collisions.js";

/** How the filters of a document are read. */
export interface FilterReading {
  /** The dialect that `x-filter` is written in; undefined where there is none. */
  readonly dialect: FilterDialect | undefined;
  /** Undefined where nothing is to be read from plain parameters. */
  readonly detection: Detection | undefined;
}

const reportMissingDialect = (parameters: readonly FilterSource[], report: Report): void => {
  for (const { filter, pointer } of parameters)
    if (filter !== undefined && filter !== false)
      report("filter-invalid", {
        message:
          "`x-filter` needs an `x-filter-dialect` at the root of the document, which says how operators are spelled",
        at: { pointer: child(pointer, "x-filter"), part: "key" },
      });
};

const declaredIn = (
  parameters: readonly FilterSource[],
  replaced: readonly FilterSource[],
  dialect: FilterDialect | undefined,
  report: Report,
): readonly FilterField[] => {
  if (dialect === undefined) {
    reportMissingDialect([...replaced, ...parameters], report);
    return [];
  }
  for (const parameter of replaced) readFilterField(parameter, dialect, report);
  const declared = parameters.flatMap((parameter) => readFilterField(parameter, dialect, report) ?? []);
  reportCollisions(declared, parameters, report);
  return declared;
};

const detected = (parameters: readonly FilterSource[], declared: readonly FilterField[], { dialect, detection }: FilterReading): readonly FilterField[] => {
  if (detection === undefined) return [];
  const known = new Set(declared.map(({ name }) => name));
  // the operators are those of names with brackets
  const hasObjects = !detection.isDeclared || detection.spellings.includes(brackets.spelling);
  const objects = (hasObjects ? groupObjects(parameters) : []).filter(({ name }) => !known.has(name));
  const others = parameters.filter(({ pointer }) => objects.every((field) => field.pointer !== pointer));
  return [...objects, ...groupEnumerated(others, { detection, dialect }, [...declared, ...objects])];
};

/**
 * The filters of one operation, out of all its query parameters: those that `x-filter` declares and those that are
 * spelled out, in document order. Undefined where it has none.
 * Of `replaced` parameters, whose place another of the same name takes, only the faults are told.
 */
export const readFilterSet = (
  parameters: readonly FilterSource[],
  reading: FilterReading,
  report: Report,
  replaced: readonly FilterSource[] = [],
): FilterSet | undefined => {
  const { dialect } = reading;
  const declared = declaredIn(parameters, replaced, dialect, report);
  const place = new Map(parameters.map(({ pointer }, index) => [pointer, index]));
  const fields = [...declared, ...detected(parameters, declared, reading)].sort(
    (left, right) => (place.get(left.pointer) ?? 0) - (place.get(right.pointer) ?? 0),
  );
  if (fields.length === 0) return undefined;
  return { ...(dialect !== undefined && { dialect }), fields };
};
