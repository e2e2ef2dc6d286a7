/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface IcEmptyOperators<Value> {
  readonly equals?: readonly Value[];
  readonly ic?: readonly Value[];
  readonly empty?: boolean;
}

/** The same, and under `not` those that must not hold. */
export interface IcEmptyFilterNotEqualsIc<Value> extends IcEmptyOperators<Value> {
  readonly not?: { readonly equals?: readonly Value[]; readonly ic?: readonly Value[] };
}

/** What fields with these operators take. */
export interface GteOperators<Value> {
  readonly equals?: readonly Value[];
  readonly gte?: readonly Value[];
}

/** The same, and under `not` those that must not hold. */
export interface GteFilterNotEquals<Value> extends GteOperators<Value> {
  readonly not?: { readonly equals?: readonly Value[] };
}

/** What fields with these operators take. */
export interface EqualsOperators<Value> {
  readonly equals?: readonly Value[];
}

/** The same, and under `not` those that must not hold. */
export interface EqualsFilter<Value> extends EqualsOperators<Value> {
  readonly not?: EqualsOperators<Value>;
}
