import type { Draft, ModuleDraft } from "../code/declaration.js";
import type { Report } from "../diagnostics/collector.js";
import type { Plan } from "../plan/plan.js";

export interface EmitContext {
  readonly plan: Plan;
  readonly report: Report;
}

/** A module that need not be made where an earlier run made one of the same. */
export interface Unit {
  readonly kind: "unit";
  /** Path below `src/`, without extension. */
  readonly path: string;
  /** All that decides the module, beside schemas that these lead to and how values are represented: parts of the model, names, plain data. */
  readonly madeOf: readonly unknown[];
  readonly make: (report: Report) => ModuleDraft;
}

/**
 * One kind of output: (model, plan) → drafts of files. Pure; no file access, no formatting. Where there are many, they are
 * made as they are asked for, so that each can be printed and forgotten.
 */
export interface Emitter {
  readonly name: string;
  readonly emit: (context: EmitContext) => Iterable<Draft | Unit>;
}
