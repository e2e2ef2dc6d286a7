/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly gt?: Value;
  readonly gte?: Value;
  readonly in?: readonly Value[];
  readonly isnull?: boolean;
  readonly lt?: Value;
  readonly lte?: Value;
}

/** What fields with these operators take. */
export interface IcontainsIregexInOperators<Value> {
  readonly equals?: Value;
  readonly icontains?: string;
  readonly iregex?: string;
  readonly in?: readonly Value[];
}

/** What fields with these operators take. */
export interface ExactOperators<Value> {
  readonly equals?: Value;
  readonly in?: readonly Value[];
  readonly isnull?: boolean;
}

/** What fields with these operators take. */
export interface GteLtOperators<Value> {
  readonly gte?: Value;
  readonly lt?: Value;
}

/** What fields with these operators take. */
export interface GtOperators<Value> {
  readonly gt?: Value;
}
