/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly lt?: Value;
  readonly lte?: Value;
}

/** What fields with these operators take. */
export interface ExactOperators<Value> {
  readonly equals?: Value;
  readonly ne?: Value;
  readonly in?: readonly Value[];
  readonly nin?: readonly Value[];
}

/** What fields with these operators take. */
export interface NeContainsOperators<Value> {
  readonly equals?: readonly Value[];
  readonly ne?: readonly Value[];
  readonly contains?: string;
}

/** What fields with these operators take. */
export interface GteLteOperators<Value> {
  readonly equals?: Value;
  readonly gte?: Value;
  readonly lte?: Value;
}
