/** What the filters of a field can say, for any type of value. */

/** The operators of the set limits. */
export interface LimitsOperators<Value> {
  readonly equals?: Value;
  readonly min?: Value;
  readonly max?: Value;
}
