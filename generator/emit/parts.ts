import type { Emitter } from "./emitter.js";
import { createModuleWriter } from "./validation/module-scope.js";

/** One module per schema that is repeated word for word: the functions that check it, for other modules only. */
export const parts: Emitter = {
  name: "parts",
  emit: ({ plan }) =>
    plan.parts.map((part) => {
      const writer = createModuleWriter(plan);
      writer.definePart(part);
      return { kind: "module", path: part.module, declarations: writer.declarations() };
    }),
};
