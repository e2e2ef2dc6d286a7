import type { Emitter } from "./emitter.js";
import { operations } from "./operations.js";
import { schemas } from "./schemas.js";

/** Every kind of output that is made of modules. */
export const emitters: readonly Emitter[] = [schemas, operations];
