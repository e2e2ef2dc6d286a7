/** What the filters of a field can say, for any type of value. */

/** The operators of the set range. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
}

/** The operators of the set time. */
export interface TimeOperators<Value> {
  readonly equals?: Value;
  readonly before?: Value;
  readonly after?: Value;
}
