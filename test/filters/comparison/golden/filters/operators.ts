/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface GteLtOperators<Value> {
  readonly equals?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
}

/** What fields with these operators take. */
export interface EqualsOperators<Value> {
  readonly equals?: Value;
}

/** The same, and under `not` those that must not hold. */
export interface EqualsFilter<Value> extends EqualsOperators<Value> {
  readonly not?: EqualsOperators<Value>;
}
