/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface LimitsOperators<Value> {
  readonly equals?: Value;
  readonly min?: Value;
  readonly max?: Value;
}

/** What fields with these operators take. */
export interface NotInOperators<Value> {
  readonly equals?: Value;
  readonly not_in?: readonly Value[];
}

/** What fields with these operators take. */
export interface GteLteOperators<Value> {
  readonly gte?: Value;
  readonly lte?: Value;
}
