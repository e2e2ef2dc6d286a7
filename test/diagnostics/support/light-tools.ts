import { loadWriteTypes } from "../../../generator/emit/types.js";
import { textHash } from "../../../generator/write/text-hash.js";
import { readTemplates } from "../../../generator/templates.js";
import type { AllTools } from "../../../generator/tools.js";

/** All that can report is real; nothing is printed. */
export const loadLightTools = async (): Promise<AllTools> => ({
  templates: readTemplates(),
  writeTypes: await loadWriteTypes(textHash),
  formatWith: async () => async (text) => text,
  transpile: () => {
    throw new Error("no fixture is built");
  },
  close: async () => {},
});
