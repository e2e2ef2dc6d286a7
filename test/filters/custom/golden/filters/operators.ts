/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface RangeOperators<Value> {
  readonly equals?: Value;
  readonly $gte?: Value;
  readonly $in?: readonly Value[];
  readonly empty?: boolean;
}

/** The same, and under `not` those that must not hold. */
export interface RangeFilter<Value> extends RangeOperators<Value> {
  readonly not?: RangeOperators<Value>;
}

/** The same, and under `not` those that must not hold. */
export interface RangeFilterNotEqualsIn<Value> extends RangeOperators<Value> {
  readonly not?: { readonly equals?: Value; readonly $in?: readonly Value[] };
}

/** What fields with these operators take. */
export interface RangeOperators2<Value> {
  readonly equals?: Value;
  readonly $gte?: Value;
  readonly $in?: readonly Value[];
  readonly like?: string;
}

/** The same, and under `not` those that must not hold. */
export interface RangeFilter3<Value> extends RangeOperators2<Value> {
  readonly not?: RangeOperators2<Value>;
}

/** What fields with these operators take. */
export interface LikeDepthWeightOperators<Value> {
  readonly equals?: Value;
  readonly like?: string;
  readonly depth?: number;
  readonly weight?: number;
}

/** The same, and under `not` those that must not hold. */
export interface LikeDepthWeightFilterNotLike<Value> extends LikeDepthWeightOperators<Value> {
  readonly not?: { readonly like?: string };
}

/** What fields with these operators take. */
export interface EqualsOperators<Value> {
  readonly equals?: Value;
}

/** The same, and under `not` those that must not hold. */
export interface EqualsFilter<Value> extends EqualsOperators<Value> {
  readonly not?: EqualsOperators<Value>;
}
