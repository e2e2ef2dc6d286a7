import type { emitValidators } from "../../generator/compile/emit-validators.js";
import type { Compile } from "./suite.mjs";

export declare const createCompileEmitted: (emit: typeof emitValidators) => Compile;
