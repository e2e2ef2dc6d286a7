import type { Draft } from "../code/declaration.js";
import type { Report } from "../diagnostics/collector.js";
import type { Plan } from "../plan/plan.js";

export interface EmitContext {
  readonly plan: Plan;
  readonly report: Report;
}

/**
 * One kind of output: (model, plan) → drafts of files. Pure; no file access, no formatting. Where there are many, they are
 * made as they are asked for, so that each can be printed and forgotten.
 */
export interface Emitter {
  readonly name: string;
  readonly emit: (context: EmitContext) => Iterable<Draft>;
}
