import type { Tools } from "../../generator/generate-package.js";
import { type AllTools, loadTools } from "../../generator/tools.js";

/** What generates without a formatter, which says nothing about documents. */
export const unformatted = async (): Promise<{ readonly tools: Tools; readonly all: AllTools }> => {
  const all = await loadTools();
  return { all, tools: { ...all, format: await all.formatWith(false) } };
};
