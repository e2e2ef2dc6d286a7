import type { FilterDialect, ValueKind } from "../model/filter.js";
import { type Spelling, type SpellingDefinition, spellingOf } from "./spelling.js";

/** A dialect with a name: `x-filter` can use it, and detection knows it. */
export interface BuiltInDialect extends FilterDialect {
  readonly spelling: Spelling;
}

export interface DialectDefinition<Operator extends string> {
  /** As people call it. */
  readonly title: string;
  readonly operator: string;
  readonly negation?: string;
  readonly list: FilterDialect["list"];
  readonly operators: Readonly<Record<Operator, ValueKind>>;
  /** How names spell operators that are not called so there. */
  readonly words?: Readonly<Record<string, string>>;
  readonly sets: Readonly<Record<string, readonly NoInfer<Operator>[]>>;
  readonly spelling?: SpellingDefinition;
}

/** A dialect from literals; the compiler refuses a set that names an operator the dialect lacks. */
export const defineDialect = <Operator extends string>({ title, spelling, words, ...definition }: DialectDefinition<Operator>): BuiltInDialect => {
  const dialect: FilterDialect = {
    ...definition,
    operators: new Map(Object.entries<ValueKind>(definition.operators)),
    ...(words !== undefined && { words: new Map(Object.entries(words)) }),
    sets: new Map(Object.entries(definition.sets)),
  };
  return { ...dialect, spelling: spellingOf(title, dialect, spelling) };
};
