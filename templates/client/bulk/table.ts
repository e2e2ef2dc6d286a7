import type { Validate } from "../operation-table.js";
import type { Wire } from "../wire/conversion.js";

/** A JSON Pointer as its tokens. */
export type Place = readonly string[];

/** All that the run time has to know of a bulk operation (`x-bulk`), beside its `OperationTable`. */
export interface BulkTable {
  /** From the body to the array of items. */
  readonly request: Place;
  /** From the answer to the array of results. */
  readonly response: Place;
  /** Which result belongs to which item: that with the same value here. By position where left out. */
  readonly match?: { readonly requestItem: Place; readonly responseItem: Place };
  /** From a result to what says that its item failed. */
  readonly failed?: Place;
  /** From a result to the list of its errors, and the properties of these. */
  readonly errors?: { readonly list: Place; readonly field?: string; readonly message?: string; readonly code?: string };
  /** Validates one item; through the validator of the body where there is none. */
  readonly item?: Validate;
  /** Of one item. */
  readonly wire?: Wire;
  /** The keys that no two items of the array share. */
  readonly unique?: readonly (readonly string[])[];
  /** The most items that one request may have. */
  readonly maxItems?: number;
  /** The properties of an item, by their wire names. */
  readonly fields: readonly string[];
}
