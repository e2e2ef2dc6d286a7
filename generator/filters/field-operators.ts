import type { FilterDialect, FilterField, FilterOperator } from "../model/filter.js";

/** The set that has exactly these operators, in whatever order. */
const setOf = (dialect: FilterDialect, names: readonly string[]): string | undefined => {
  const wanted = new Set(names);
  return [...dialect.sets].find(([, set]) => set.length === wanted.size && set.every((name) => wanted.has(name)))?.[0];
};

/** What decides which operators a field has. `negatable` holds operators, and `equals` for the bare parameter. */
export interface OperatorChoice {
  readonly set?: string;
  readonly names: readonly string[];
  readonly negatable: ReadonlySet<string>;
}

/** A field with exactly the operators of a set has them in the set's order, so that equal fields look equal. */
export const fieldOperators = (
  dialect: FilterDialect,
  choice: OperatorChoice,
): Pick<FilterField, "set" | "operators" | "negatable"> => {
  const set = choice.set ?? setOf(dialect, choice.names);
  const names = (set === undefined ? undefined : dialect.sets.get(set)) ?? choice.names;
  const operators = names.flatMap((name): readonly FilterOperator[] => {
    const kind = dialect.operators.get(name);
    return kind === undefined ? [] : [{ name, kind, negatable: choice.negatable.has(name) }];
  });
  return { ...(set !== undefined && { set }), operators, negatable: choice.negatable.has("equals") };
};
