import type { FilterDialect } from "../model/filter.js";
import { camelCase, pascalCase } from "./words.js";

/** Interfaces of operators, shared by all operations of the package. */
export const operatorsModule = "filters/operators";

/** The same sets as data for the run time. */
export const tablesModule = "filters/tables";

export const dialectTable = "filterDialect";

/** What the shared modules export for one set of operators. */
export interface SetNames {
  /** `RangeOperators` */
  readonly operators: string;
  /** `RangeFilter`: the operators and their negation. */
  readonly filter: string;
  /** `rangeOperators` */
  readonly table: string;
}

const named = (set: string, suffix: string): SetNames => ({
  operators: `${pascalCase(set, "Set")}Operators${suffix}`,
  filter: `${pascalCase(set, "Set")}Filter${suffix}`,
  table: `${camelCase(set, "set")}Operators${suffix}`,
});

const all = ({ operators, filter, table }: SetNames): readonly string[] => [operators, filter, table];

const free = (set: string, isFree: (name: string) => boolean): SetNames => {
  for (let attempt = 1; ; attempt++) {
    const names = named(set, attempt === 1 ? "" : String(attempt));
    if (all(names).every(isFree)) return names;
  }
};

/**
 * Names for every set of the dialect, in its order; sets that differ only in punctuation, or whose names something else
 * has, are numbered.
 */
export const nameSets = (
  dialect: FilterDialect,
  isFree: (name: string) => boolean = () => true,
): ReadonlyMap<string, SetNames> => {
  const taken = new Set<string>([dialectTable]);
  const names = new Map<string, SetNames>();
  for (const set of dialect.sets.keys()) {
    const chosen = free(set, (name) => !taken.has(name) && isFree(name));
    for (const name of all(chosen)) taken.add(name);
    names.set(set, chosen);
  }
  return names;
};
