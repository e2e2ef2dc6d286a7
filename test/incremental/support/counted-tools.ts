import { loadWriteTypes } from "../../../generator/emit/types.js";
import { textHash } from "../../../generator/write/text-hash.js";
import { loadTranspile } from "../../../generator/print/transpile.js";
import { readTemplates } from "../../../generator/templates.js";
import type { AllTools } from "../../../generator/tools.js";

/** What tools were asked for since the last look. */
export interface Counts {
  /** Texts that were laid out, sources that were built, documents whose plain types were written. */
  readonly laidOut: number;
  readonly built: number;
  readonly typed: number;
}

export interface CountedTools {
  readonly tools: AllTools;
  /** The counts, which begin anew. */
  readonly take: () => Counts;
}

/** Real tools but for the formatter, whose place is taken by one that is fast. */
export const countedTools = async (): Promise<CountedTools> => {
  const none = { laidOut: 0, built: 0, typed: 0 };
  let counts = { ...none };
  const [transpile, writeTypes] = [loadTranspile(), await loadWriteTypes(textHash)];
  return {
    take: () => {
      const taken = counts;
      counts = { ...none };
      return taken;
    },
    tools: {
      templates: readTemplates(),
      formatWith: async () => async (text) => {
        counts.laidOut++;
        return text.replaceAll(/^ {2}/gm, "\t");
      },
      transpile: (...args) => {
        counts.built++;
        return transpile(...args);
      },
      writeTypes: (document, kept) => {
        counts.typed++;
        return writeTypes(document, kept);
      },
      close: async () => {},
    },
  };
};
