import type { Draft } from "../code/declaration.js";
import type { Report } from "../diagnostics/collector.js";
import type { Plan } from "../plan/plan.js";

export interface EmitContext {
  readonly plan: Plan;
  readonly report: Report;
}

/** One kind of output: (model, plan) → drafts of files. Pure; no file access, no formatting. */
export interface Emitter {
  readonly name: string;
  readonly emit: (context: EmitContext) => readonly Draft[];
}
