import type { Report } from "../diagnostics/collector.js";
import type { FilterDialect } from "../model/filter.js";
import type { SourceValue } from "../source/value.js";
import { type Detection, seenIn } from "./evidence.js";
import type { FilterSource } from "./filter-source.js";
import { dialects } from "./index.js";
import { readDialect } from "./read-dialect.js";
import type { FilterReading } from "./read-filter-set.js";
import { createReader } from "./readings.js";
import { type Spelling, spellingOf } from "./spelling.js";

const builtIn: readonly Spelling[] = Object.values(dialects).map(({ spelling }) => spelling);

const spellingOfDeclared = (dialect: FilterDialect): Spelling =>
  Object.values(dialects).find((known) => known === dialect)?.spelling ?? spellingOf("x-filter-dialect", dialect);

const detectionOf = (spellings: readonly Spelling[], operations: readonly (readonly FilterSource[])[], isDeclared: boolean): Detection => {
  const read = createReader(spellings);
  return { spellings, read, seen: seenIn(operations, read), isDeclared };
};

/**
 * How the filters of a document are read: in the dialect that it declares, or in those that its parameters show. `operations`
 * are the query parameters of each. Undefined where the declared dialect could not be read, which is reported.
 */
export const detectFilters = (
  declared: SourceValue | undefined,
  operations: readonly (readonly FilterSource[])[],
  report: Report,
): FilterReading | undefined => {
  if (declared === false) return { dialect: undefined, detection: undefined };
  if (declared === undefined) return { dialect: undefined, detection: detectionOf(builtIn, operations, false) };
  const dialect = readDialect(declared, report, "/x-filter-dialect");
  if (dialect === undefined) return undefined;
  return { dialect, detection: detectionOf([spellingOfDeclared(dialect)], operations, true) };
};
