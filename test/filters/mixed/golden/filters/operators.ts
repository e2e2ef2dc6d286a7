/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface InIsnullOperators<Value> {
  readonly equals?: Value;
  readonly in?: readonly Value[];
  readonly isnull?: boolean;
}

/** What fields with these operators take. */
export interface BeforeAfterOperators<Value> {
  readonly before?: Value;
  readonly after?: Value;
}

/** What fields with these operators take. */
export interface GteOperators<Value> {
  readonly equals?: Value;
  readonly gte?: Value;
}

/** The same, and under `not` those that must not hold. */
export interface GteFilterNotEquals<Value> extends GteOperators<Value> {
  readonly not?: { readonly equals?: Value };
}

/** What fields with these operators take. */
export interface IcontainsOperators<Value> {
  readonly equals?: Value;
  readonly icontains?: string;
}

/** What fields with these operators take. */
export interface InOperators<Value> {
  readonly equals?: Value;
  readonly in?: readonly Value[];
}

/** What fields with these operators take. */
export interface StartswithOperators<Value> {
  readonly equals?: Value;
  readonly startswith?: string;
}

/** What fields with these operators take. */
export interface LteOperators<Value> {
  readonly lte?: Value;
}
