import { existsSync } from "node:fs";
import type { Generation, Result } from "./generation.js";

/** What the hooks use of webpack's compiler, and of Rspack's, which is made after it. */
export interface WebpackCompiler {
  readonly hooks: {
    readonly beforeRun: AsyncHook;
    readonly watchRun: AsyncHook;
    readonly shutdown: AsyncHook;
    readonly thisCompilation: { readonly tap: (name: string, act: (compilation: WebpackCompilation) => void) => void };
  };
}

interface AsyncHook {
  readonly tapPromise: (name: string, act: () => Promise<void>) => void;
}

interface WebpackCompilation {
  readonly fileDependencies: { readonly add: (file: string) => unknown };
  readonly missingDependencies: { readonly add: (file: string) => unknown };
  readonly errors: { readonly push: (error: Error) => unknown };
  readonly warnings: { readonly push: (warning: Error) => unknown };
}

const name = "openapi-sieve";

/** A warning has no place in the code of the tool. */
const plainWarning = (text: string): Error => {
  const warning = new Error(text);
  warning.stack = "";
  return warning;
};

/**
 * Before each run, of which a change of a file begins another. `make`, where other plugins begin, comes too late: entries are read
 * meanwhile. An error is one of the compilation, since one of the hook would end the watching.
 */
export const hookCompiler = (compiler: WebpackCompiler, generation: Generation, failOnError: boolean): void => {
  let result: Result | undefined;
  const refresh = async (): Promise<void> => {
    result = await generation.run();
  };
  compiler.hooks.beforeRun.tapPromise(name, refresh);
  compiler.hooks.watchRun.tapPromise(name, () => {
    generation.keep();
    return refresh();
  });
  compiler.hooks.shutdown.tapPromise(name, generation.close);
  compiler.hooks.thisCompilation.tap(name, ({ fileDependencies, missingDependencies, errors, warnings }) => {
    for (const file of generation.files()) (existsSync(file) ? fileDependencies : missingDependencies).add(file);
    const { error, warnings: text = "" } = result ?? {};
    if (error !== undefined) (failOnError ? errors : warnings).push(failOnError ? error : plainWarning(error.message));
    if (text !== "") warnings.push(plainWarning(text));
  });
};
