import type { Code } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import type { FilterSets } from "../../plan/filter-sets.js";

/** What the filter emitter is given by the emitters of types and validators. */
export interface FilterContext {
  /** valueType({ type: string, format: date-time }) ~> `DateTime` */
  readonly valueType: (schema: Schema) => Code;
  /** A boolean expression; whatever it hoists is declared in the same module by whoever makes this context. */
  readonly valueTest: (schema: Schema, value: Code) => Code;
  /** The unions that state the rules between parameters; the query type is intersected with each. */
  readonly queryRules: readonly Code[];
  /** Functions `(query, sink) => boolean` that check what the filter table does not: other parameters, rules. */
  readonly queryChecks: readonly Code[];
  /** Names of the shared interfaces and tables. */
  readonly sets: FilterSets;
}
