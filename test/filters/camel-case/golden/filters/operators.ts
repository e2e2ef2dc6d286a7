/** What the filters of a field can say, for any type of value. */

/** What fields with these operators take. */
export interface AfterBeforeOperators<Value> {
  readonly after?: Value;
  readonly before?: Value;
}

/** What fields with these operators take. */
export interface StartsWithOperators<Value> {
  readonly equals?: Value;
  readonly startsWith?: string;
}

/** What fields with these operators take. */
export interface GreaterThanBetweenOperators<Value> {
  readonly greaterThan?: Value;
  readonly between?: readonly Value[];
}
