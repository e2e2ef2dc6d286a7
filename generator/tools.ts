import type { Tools } from "./generate-package.js";
import { loadMorph } from "./print/morph.js";
import { createModulePrinter } from "./print/print-module.js";
import { startPrintPool } from "./print/print-pool.js";
import { loadTranspile, type Transpile } from "./print/transpile.js";
import { readTemplates } from "./templates.js";

export interface AllTools extends Tools {
  readonly transpile: Transpile;
  readonly close: () => Promise<void>;
}

/** Everything heavy, loaded only when something has to be generated. */
export const loadTools = async (): Promise<AllTools> => {
  // the second thread loads while this one does
  const [pool, transpile] = await Promise.all([startPrintPool(), loadTranspile()]);
  return { ...pool, transpile, templates: readTemplates(), printer: createModulePrinter(loadMorph()) };
};
