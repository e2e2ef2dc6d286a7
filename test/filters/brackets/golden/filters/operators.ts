/** What the filters of a field can say, for any type of value. */

/** The operators of the set exact. */
export interface ExactOperators<Value> {
  readonly equals?: Value;
  readonly ne?: Value;
  readonly in?: readonly Value[];
  readonly nin?: readonly Value[];
}

/** The operators of the set range. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
}
