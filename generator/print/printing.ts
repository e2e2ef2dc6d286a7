import type { ModuleDraft } from "../code/declaration.js";
import { loadWriteTypes, type WriteTypes } from "../emit/types.js";
import type { SourceObject } from "../source/value.js";
import { loadMorph } from "./morph.js";
import { createModulePrinter } from "./print-module.js";

/** What a compiler is needed for: a draft as text, or the plain types of a document. Neither is formatted. */
export type Job =
  | { readonly kind: "module"; readonly draft: ModuleDraft }
  | { readonly kind: "types"; readonly document: SourceObject };

/** Does jobs. ts-morph is loaded at once, openapi-typescript when types are first wanted. */
export const createPrinting = (): ((job: Job) => Promise<string>) => {
  const printer = createModulePrinter(loadMorph());
  let types: Promise<WriteTypes> | undefined;
  return async (job) => {
    if (job.kind === "module") return printer.print(job.draft);
    types ??= loadWriteTypes();
    return (await types)(job.document);
  };
};
