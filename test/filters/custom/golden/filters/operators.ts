/** What the filters of a field can say, for any type of value. */

/** The operators of the set range. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly $gte?: Value;
  readonly $in?: readonly Value[];
  readonly empty?: boolean;
}

/** The operators of the set range, and under `not` those that must not hold. */
export interface RangeFilter<Value> extends RangeOperators<Value> {
  readonly not?: RangeOperators<Value>;
}

/** The operators of the set Range_. */
export interface RangeOperators2<Value> {
  readonly equals?: Value;
  readonly $gte?: Value;
  readonly $in?: readonly Value[];
  readonly like?: string;
}

/** The operators of the set Range_, and under `not` those that must not hold. */
export interface RangeFilter2<Value> extends RangeOperators2<Value> {
  readonly not?: RangeOperators2<Value>;
}
