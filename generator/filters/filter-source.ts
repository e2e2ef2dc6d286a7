import type { Parameter } from "../model/contract.js";
import type { SourceValue } from "../source/value.js";

/** What the filters need to know of a query parameter. */
export interface FilterSource
  extends Pick<Parameter, "name" | "pointer" | "required" | "description" | "schema" | "style" | "explode" | "allowReserved" | "json"> {
  /** The value of `x-filter`; undefined where the parameter has none. */
  readonly filter: SourceValue | undefined;
  /** Is a field of the items that the operation answers with called exactly so? No if left out. */
  readonly isField?: () => boolean;
}
