import { statSync } from "node:fs";
import path from "node:path";

/** Package managers leave a file in what they install; a folder that happens to have the name is none of theirs. */
const marks = [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"];

/**
 * Where the cache is: what the command line says, relative to the working directory, or in `node_modules`; undefined where nothing is installed,
 * and where none is wanted.
 */
export const cacheFolderFor = ({ cwd, cache, cacheDir }: { readonly cwd: string; readonly cache: boolean; readonly cacheDir?: string }): string | undefined => {
  if (!cache) return undefined;
  if (cacheDir !== undefined) return path.resolve(cwd, cacheDir);
  const modules = path.join(cwd, "node_modules");
  return marks.some((mark) => statSync(path.join(modules, mark), { throwIfNoEntry: false }) !== undefined) ? path.join(modules, ".cache", "openapi-sieve") : undefined;
};
