import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

export type Morph = typeof TsMorph;

/**
 * ts-morph, with the compiler that it brings along. `require` reads CommonJS without the scan for export names that
 * `import` makes, which costs half a second here.
 */
export const loadMorph = (): Morph => createRequire(import.meta.url)("ts-morph") as Morph;
