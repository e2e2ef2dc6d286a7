import type { FilterDialect, ValueKind } from "../model/filter.js";

/** What a word in the place of an operator says, and which values it can go with. */
export interface Word {
  readonly operator: string;
  readonly kind: ValueKind;
  /** The word asks for the opposite of the operator. */
  readonly negated: boolean;
}

/** How descriptions spell filters in the names of their parameters. Detection knows nothing else of a dialect. */
export interface Spelling {
  /** The dialect, as people call it. */
  readonly name: string;
  /** Templates of names with `{field}` and `{operator}`. */
  readonly templates: readonly string[];
  /** Templates of names that are negated operators. */
  readonly negatedTemplates: readonly string[];
  /** Templates of the field without operator. */
  readonly bare: readonly string[];
  /** Templates with `{parameter}` of a name that is negated as a whole. */
  readonly negations: readonly string[];
  readonly words: ReadonlyMap<string, Word>;
  /** Words that are operators only together with the other one: `from`, `to`. */
  readonly paired: ReadonlySet<string>;
  /** The mark between field and operator stands in other names as well (`_`), so that a word alone says little. */
  readonly isWeak: boolean;
}

/** What a built-in dialect says of spelling beside its template and operators. */
export interface SpellingDefinition {
  readonly templates?: readonly string[];
  readonly negatedTemplates?: readonly string[];
  readonly bare?: readonly string[];
  readonly negations?: readonly string[];
  /** Words for the opposite of operators: `{ nic: "ic" }`. */
  readonly negated?: Readonly<Record<string, string>>;
  readonly paired?: readonly string[];
  readonly isWeak?: boolean;
}

const wordsOf = ({ operators, words }: FilterDialect, { negated = {} }: SpellingDefinition): Spelling["words"] => {
  const word = (operator: string, isNegated: boolean): Word => ({ operator, kind: operators.get(operator) ?? "value", negated: isNegated });
  return new Map([
    ...[...operators.keys()].map((name) => [words?.get(name) ?? name, word(name, false)] as const),
    ...Object.entries(negated).map(([name, operator]) => [name, word(operator, true)] as const),
  ]);
};

/** The spelling of a dialect: that of its own template and operators, and whatever else is said of it. */
export const spellingOf = (name: string, dialect: FilterDialect, definition: SpellingDefinition = {}): Spelling => ({
  name,
  templates: definition.templates ?? [dialect.operator],
  negatedTemplates: definition.negatedTemplates ?? [],
  bare: definition.bare ?? ["{field}"],
  negations: [...(dialect.negation === undefined ? [] : [dialect.negation]), ...(definition.negations ?? [])],
  words: wordsOf(dialect, definition),
  paired: new Set(definition.paired ?? []),
  isWeak: definition.isWeak ?? false,
});
