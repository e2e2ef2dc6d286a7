import { existsSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../package-root.js";

/** What configurations and emitters import of the tool; where that runs from its sources (tests), there is nothing built. */
const configuring = (): string => {
  const built = path.join(packageRoot(), "dist/configuring.js");
  return existsSync(built) ? built : path.join(packageRoot(), "generator/configuring.ts");
};

/**
 * A module of the user's own, in TypeScript or JavaScript; read again each time, since whoever watches expects what is there now.
 * `import { defineConfig } from "openapi-sieve"` also works where only the tool itself can be found, under a bare npx, and without
 * loading all that the package exports.
 */
export const importModule = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const { createJiti } = await import("jiti");
  const alias = { "openapi-sieve": configuring() };
  return createJiti(import.meta.url, { alias, moduleCache: false }).import<Readonly<Record<string, unknown>>>(file);
};
