import type { FilterDialect, FilterField, FilterOperator, FilterWire, ValueKind } from "../model/filter.js";
import type { Pointer } from "../source/pointer.js";
import { inOrder } from "./in-order.js";
import { writeName } from "./filter-name.js";
import { wireOf } from "./wire-template.js";

/** What decides which operators a field has. `negatable` holds operators, and `equals` for the bare parameter. */
export interface OperatorChoice {
  readonly set?: string;
  readonly names: readonly string[];
  readonly negatable: ReadonlySet<string>;
}

/** The set that has exactly these operators, in whatever order. */
export const setOf = (dialect: FilterDialect, names: readonly string[]): string | undefined => {
  const wanted = new Set(names);
  return [...dialect.sets].find(([, set]) => set.length === wanted.size && set.every((name) => wanted.has(name)))?.[0];
};

/** A field that is itself a list is compared with lists. */
const kindIn = (kind: ValueKind, list: boolean): ValueKind => (list && kind === "value" ? "list" : kind);

interface Place {
  readonly field: string;
  readonly pointer: Pointer;
  readonly list: boolean;
}

const toOperator = (
  dialect: FilterDialect,
  { field, pointer, list }: Place,
  name: string,
  kind: ValueKind,
  isNegatable: boolean,
): FilterOperator => {
  const wire = (negated: boolean): FilterWire | undefined =>
    wireOf(writeName(dialect, { field, ...(name !== "equals" && { operator: name }), negated }), field, pointer);
  const plain = wire(false);
  const negated = isNegatable ? wire(true) : undefined;
  return {
    name,
    kind: kindIn(kind, list),
    style: dialect.list,
    allowReserved: false,
    ...(plain !== undefined && { plain }),
    ...(negated !== undefined && { negated }),
  };
};

/** The operators of a declared field, in the order of the set that has exactly those, or of the dialect. */
export const fieldOperators = (
  dialect: FilterDialect,
  choice: OperatorChoice,
  place: Place,
): Pick<FilterField, "set" | "operators"> => {
  const set = choice.set ?? setOf(dialect, choice.names);
  const order = (set === undefined ? undefined : dialect.sets.get(set)) ?? [...dialect.operators.keys()];
  const names = inOrder(["equals", ...choice.names.filter((name) => name !== "equals")], (name) => name, order);
  const operators = names.flatMap((name): readonly FilterOperator[] => {
    const kind = name === "equals" ? "value" : dialect.operators.get(name);
    return kind === undefined ? [] : [toOperator(dialect, place, name, kind, choice.negatable.has(name))];
  });
  return { ...(set !== undefined && { set }), operators };
};
