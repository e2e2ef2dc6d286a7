/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
}

/** The same, and under `not` those that must not hold. */
export interface RangeFilter<Value> extends RangeOperators<Value> {
  readonly not?: RangeOperators<Value>;
}

/** What fields with these operators take. */
export interface TimeOperators<Value> {
  readonly equals?: Value;
  readonly before?: Value;
  readonly after?: Value;
}

/** What fields with these operators take. */
export interface InGreaterThanOperators<Value> {
  readonly equals?: Value;
  readonly in?: readonly Value[];
  readonly greaterThan?: Value;
}

/** What fields with these operators take. */
export interface ExactOperators<Value> {
  readonly any?: Value;
}

/** The same, and under `not` those that must not hold. */
export interface ExactFilterNotEquals<Value> extends ExactOperators<Value> {
  readonly not?: { readonly equals?: Value };
}
