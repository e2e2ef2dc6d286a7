import type { Generation, Result } from "./generation.js";

/** What the hooks use of the context that Rollup, Rolldown and Vite give them. */
export interface RollupContext {
  readonly addWatchFile: (file: string) => void;
  readonly warn: (text: string) => void;
  readonly meta: { readonly watchMode: boolean };
}

/** Before a build: the packages are up to date, or the build fails; it begins again when a file of theirs changes. */
export const startBuild = async (context: RollupContext, generation: Generation, failOnError: boolean): Promise<Result> => {
  if (context.meta.watchMode) generation.keep();
  const result = await generation.run();
  for (const file of generation.files()) context.addWatchFile(file);
  if (result.error !== undefined && failOnError) throw result.error;
  for (const text of [result.error?.message ?? "", result.warnings]) if (text !== "") context.warn(text);
  return result;
};
