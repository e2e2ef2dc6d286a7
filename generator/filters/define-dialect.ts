import type { FilterDialect, ValueKind } from "../model/filter.js";

export interface DialectDefinition<Operator extends string> {
  readonly operator: string;
  readonly negation?: string;
  readonly list: FilterDialect["list"];
  readonly operators: Readonly<Record<Operator, ValueKind>>;
  readonly sets: Readonly<Record<string, readonly NoInfer<Operator>[]>>;
}

/** A dialect from literals; the compiler refuses a set that names an operator the dialect lacks. */
export const defineDialect = <Operator extends string>(definition: DialectDefinition<Operator>): FilterDialect => ({
  ...definition,
  operators: new Map(Object.entries<ValueKind>(definition.operators)),
  sets: new Map(Object.entries(definition.sets)),
});
