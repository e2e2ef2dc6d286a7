/** What the filters of a field can say, for any type of value. */

/** The operators of the set exact. */
export interface ExactOperators<Value> {
  readonly equals?: Value;
  readonly in?: readonly Value[];
  readonly isnull?: boolean;
}

/** The operators of the set range. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly in?: readonly Value[];
  readonly isnull?: boolean;
  readonly lt?: Value;
  readonly lte?: Value;
}
