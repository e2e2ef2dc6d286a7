import type { JsonValue } from "../code/json-value.js";

/** listed(["a", 1]) ~> `"a", 1`. Written ahead of time: whoever stops at the first issue waits for nothing but its message. */
export const listed = (values: readonly JsonValue[]): string => values.map((value) => JSON.stringify(value)).join(", ");
