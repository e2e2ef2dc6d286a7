import { loadWriteTypes } from "./emit/types.js";
import type { Tools } from "./generate-package.js";
import { loadFormat } from "./print/format.js";
import { loadMorph } from "./print/morph.js";
import { createModulePrinter } from "./print/print-module.js";
import { createTranspiler, type Transpiled } from "./print/transpile.js";
import { readTemplates } from "./templates.js";

export interface AllTools extends Tools {
  readonly transpile: (fileName: string, text: string) => Transpiled;
}

/** Everything heavy, loaded at once and only when something has to be generated. */
export const loadTools = async (): Promise<AllTools> => {
  const [writeTypes, format] = await Promise.all([loadWriteTypes(), loadFormat()]);
  const morph = loadMorph();
  return {
    templates: readTemplates(),
    writeTypes,
    format,
    printer: createModulePrinter(morph),
    transpile: createTranspiler(morph),
  };
};
