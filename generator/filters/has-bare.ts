import type { FilterField } from "../model/filter.js";

/** Can the field be compared without operator? `price_min` and `price_max` may stand without `price`. */
export const hasBare = (field: FilterField): boolean =>
  field.operators.some(({ name, plain }) => name === "equals" && plain !== undefined);
