import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GeneratedFile } from "../../generator/generate-package.js";
import type { Transpile } from "../../generator/print/transpile.js";
import type { Result, ValidateOptions } from "../../templates/issue.js";
import type { StandardSchema } from "../../templates/standard-schema.js";

/** What a package exports for one schema. */
export interface Validator {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown, options?: ValidateOptions) => Result<unknown>;
  readonly standard: StandardSchema<unknown>;
}

type Exports = Readonly<Record<string, unknown>>;

/** Packages as JavaScript in a folder outside of the project, as a user has them. */
export interface PackageShelf {
  readonly add: (name: string, files: readonly GeneratedFile[]) => Promise<Exports>;
  readonly clear: () => void;
}

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** Without the last line, which names a source map that stands nowhere. */
const scriptOf = (text: string, transpile: Transpile): string => transpile("module.ts", text, "module.ts").js.replace(/\n\/\/# sourceMappingURL=.*\n$/, "\n");

export const createShelf = (transpile: Transpile): PackageShelf => {
  const root = mkdtempSync(join(tmpdir(), "openapi-sieve-test-"));
  write(join(root, "package.json"), '{ "type": "module" }');
  return {
    add: async (name, files) => {
      for (const { path, text } of files)
        if (path.endsWith(".ts")) write(join(root, name, path.replace(/\.ts$/, ".js")), scriptOf(text, transpile));
      return (await import(/* @vite-ignore */ pathToFileURL(join(root, name, "src/index.js")).href)) as Exports;
    },
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** The validator of a schema, by the names that every package uses. */
export const validatorOf = (exported: Exports, type: string): Validator => {
  const found = <Kind>(name: string): Kind => {
    if (exported[name] === undefined) throw new Error(`the package does not export ${name}`);
    // the names say what stands behind them; the golden files show it
    return exported[name] as Kind;
  };
  return { is: found(`is${type}`), validate: found(`validate${type}`), standard: found(`${type}Schema`) };
};
