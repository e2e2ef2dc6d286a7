/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface RangeOperators<Value> {
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
}

/** What fields with these operators take. */
export interface GteInExistsOperators<Value> {
  readonly gte?: Value;
  readonly in?: readonly Value[];
  readonly exists?: boolean;
}

/** What fields with these operators take. */
export interface GteLteOperators<Value> {
  readonly gte?: Value;
  readonly lte?: Value;
}
