import type { DocumentedFilter } from "../documented-api.js";

/** What the values of a field are to a filter: comparable, text, or neither. */
export type ValueClass = "ordered" | "text" | "exact";

/** A field of the answer as far as it can be filtered by. */
export interface FilterCandidate {
  readonly name: string;
  readonly values: ValueClass;
  /** False where it is not known whether it has a filter, a list or an object whose content is not shown. */
  readonly certain: boolean;
}

/** A filter with the fields that it can be of. */
export interface AlignedFilter {
  readonly filter: DocumentedFilter;
  readonly candidates: readonly string[];
}

const comparisons: ReadonlySet<string> = new Set(["gt", "gte", "lt", "lte", "range", "before", "after"]);
const textual: ReadonlySet<string> = new Set(["contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "iexact", "regex", "iregex"]);

/** For which values the operators of a filter make sense. */
export const classOf = ({ operators }: DocumentedFilter): ValueClass => {
  if (operators.some(({ name }) => textual.has(name))) return "text";
  return operators.some(({ name }) => comparisons.has(name)) ? "ordered" : "exact";
};

const byCodeUnit = (left: FilterCandidate, right: FilterCandidate): number => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);

/** So few filters, or filters that are all alike, would agree with many lists of fields. */
const isTelling = (filters: readonly DocumentedFilter[]): boolean => filters.length >= 4 && new Set(filters.map(classOf)).size >= 2;

/** What a table of this size takes is not noticed. */
const mostCells = 4_000_000;

/**
 * `reach[field][filter]`: whether the filters before `filter` can be those of fields before `field`. A certain field has a
 * filter, another may have one, and the order is kept.
 */
const reachable = (fields: readonly FilterCandidate[], classes: readonly ValueClass[]): readonly (readonly boolean[])[] => {
  const rows: boolean[][] = [Array.from({ length: classes.length + 1 }, (_, index) => index === 0)];
  for (const { values, certain } of fields) {
    const last = rows.at(-1) ?? [];
    rows.push(last.map((isReached, index) => (isReached && !certain) || (index > 0 && last[index - 1] === true && classes[index - 1] === values)));
  }
  return rows;
};

/**
 * Lays filters without names beside the fields of the answer, in the order of their names. Every certain field has exactly one
 * filter, and the operators of each have to make sense for the values of its field. A filter gets all the fields that it can have
 * in any such arrangement; undefined where there is none, or where an arrangement would say nothing.
 */
export const alignFilters = (filters: readonly DocumentedFilter[], candidates: readonly FilterCandidate[]): readonly AlignedFilter[] | undefined => {
  const fields = candidates.toSorted(byCodeUnit);
  const classes = filters.map(classOf);
  if (!isTelling(filters) || fields.length * classes.length > mostCells) return undefined;
  const forward = reachable(fields, classes);
  const backward = reachable(fields.toReversed(), classes.toReversed());
  if (forward[fields.length]?.[classes.length] !== true) return undefined;
  // with the filter before `index` and the field before `at` taken, the rest has to work out as well
  const canBe = (index: number, at: number): boolean =>
    fields[at]?.values === classes[index] && forward[at]?.[index] === true && backward[fields.length - at - 1]?.[classes.length - index - 1] === true;
  return filters.map((filter, index) => ({ filter, candidates: fields.flatMap(({ name }, at) => (canBe(index, at) ? [name] : [])) }));
};
