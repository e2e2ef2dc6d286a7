import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../package-root.js";

/** The value of a configuration file, or why it could not be read. */
export type LoadedConfig =
  | { readonly kind: "none" }
  | { readonly kind: "value"; readonly file: string; readonly value: unknown }
  | { readonly kind: "failed"; readonly file: string; readonly reason: string };

const names = ["ts", "mts", "js", "mjs", "json"].map((extension) => `openapi-sieve.config.${extension}`);

const packageKey = "openapi-sieve";

const parseJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const fromPackage = (folder: string): LoadedConfig => {
  const file = path.join(folder, "package.json");
  if (!existsSync(file)) return { kind: "none" };
  const manifest = parseJson(file);
  const value = typeof manifest === "object" && manifest !== null ? Object.entries(manifest).find(([key]) => key === packageKey) : undefined;
  return value === undefined ? { kind: "none" } : { kind: "value", file, value: value[1] };
};

const load = async (file: string): Promise<unknown> => {
  if (file.endsWith(".json")) return parseJson(file);
  const { createJiti } = await import("jiti");
  // `import { defineConfig } from "openapi-sieve"` also works where only the tool itself can be found,
  // under a bare npx, and without loading all that the package exports
  const alias = { [packageKey]: path.join(packageRoot(), "dist/define-config.js") };
  const loaded = await createJiti(import.meta.url, { alias }).import<{ default?: unknown }>(file);
  return loaded.default ?? loaded;
};

/** The configuration of a folder: a file of its own, or the key `openapi-sieve` of `package.json`. */
export const loadConfig = async (folder: string, wanted?: string): Promise<LoadedConfig> => {
  const file = wanted === undefined ? names.map((name) => path.join(folder, name)).find(existsSync) : path.resolve(folder, wanted);
  try {
    if (file === undefined) return fromPackage(folder);
    if (!existsSync(file)) return { kind: "failed", file, reason: "the file does not exist" };
    return { kind: "value", file, value: await load(file) };
  } catch (error) {
    return { kind: "failed", file: file ?? folder, reason: error instanceof Error ? error.message : String(error) };
  }
};
