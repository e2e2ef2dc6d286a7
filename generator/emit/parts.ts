import type { Emitter } from "./emitter.js";
import { partModule } from "./validation/validator.js";

/** One module per schema that is repeated word for word: the functions that check it, for other modules only. */
export const parts: Emitter = {
  name: "parts",
  *emit({ plan }) {
    for (const part of plan.parts) yield { kind: "unit", path: part.module, madeOf: ["part", part], make: () => partModule(part, plan) };
  },
};
