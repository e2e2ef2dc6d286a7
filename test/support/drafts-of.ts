import type { Draft } from "../../generator/code/declaration.js";
import type { EmitContext, Emitter } from "../../generator/emit/emitter.js";

/** All drafts of some emitters, units among them as the modules that they make. */
export const draftsOf = (emitters: readonly Emitter[], context: EmitContext): readonly Draft[] =>
  emitters.flatMap((emitter) => [...emitter.emit(context)].map((draft) => (draft.kind === "unit" ? draft.make(context.report) : draft)));
