import type { Tools } from "./generate-package.js";
import { loadFormat } from "./print/format.js";
import { startPrintThread } from "./print/print-thread.js";
import { loadTranspile, type Transpile } from "./print/transpile.js";
import { readTemplates } from "./templates.js";

export interface AllTools extends Tools {
  readonly transpile: Transpile;
  readonly close: () => Promise<void>;
}

/** Everything heavy, loaded only when something has to be generated. */
export const loadTools = async (): Promise<AllTools> => {
  // the second thread loads while this one does
  const thread = await startPrintThread();
  const [format, transpile] = await Promise.all([loadFormat(), loadTranspile()]);
  return { ...thread, format, transpile, templates: readTemplates() };
};
