import type { FilterField } from "../model/filter.js";

/** A field that the API spells with operators only: `price_min` and `price_max` without `price`. */
export interface OperatorOnlyField extends FilterField {
  readonly bare: false;
}

/** Is there a parameter of the field's own name? */
export const hasBare = (field: FilterField): boolean => !("bare" in field);
