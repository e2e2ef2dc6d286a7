import type { Generation, Result } from "./generation.js";

/** What the hooks use of esbuild's plugin interface. */
export interface EsbuildBuild {
  readonly onStart: (act: () => Promise<void>) => void;
  readonly onResolve: (options: { filter: RegExp }, act: (asked: Asked) => Promise<Resolved | undefined>) => void;
  readonly onEnd: (act: () => Told) => void;
  /** After a single build, and when one that goes on is disposed of: nothing tells which of them it is. */
  readonly onDispose: (act: () => void) => void;
  readonly resolve: (path: string, options: Omit<Asked, "path">) => Promise<Resolution>;
}

interface Asked {
  readonly path: string;
  readonly importer: string;
  readonly namespace: string;
  readonly resolveDir: string;
  readonly kind: "entry-point" | "import-statement" | "require-call" | "dynamic-import" | "require-resolve" | "import-rule" | "composes-from" | "url-token";
  readonly pluginData: unknown;
  readonly with: Record<string, string>;
}

interface Message {
  text: string;
  pluginName?: string;
}

/** Mutable, as esbuild types it. */
interface Told {
  errors?: Message[];
  warnings?: Message[];
}

interface Resolution {
  errors: Message[];
  warnings: Message[];
  path: string;
  external: boolean;
  sideEffects: boolean;
  namespace: string;
  suffix: string;
}

type Resolved = Partial<Resolution> & { watchFiles: string[] };

const message = (text: string): Message => ({ text, pluginName: "openapi-sieve" });

const toldOf = (result: Result | undefined, failOnError: boolean): Told => {
  const warnings = result === undefined || result.warnings === "" ? [] : [message(result.warnings)];
  const errors = result?.error === undefined ? [] : [message(result.error.message)];
  return failOnError ? { errors, warnings } : { warnings: [...errors, ...warnings] };
};

/**
 * Before each build. esbuild takes files to watch from whoever resolves an import, and none from a build that does not get so far. So the
 * first import of each build is resolved here, as esbuild would, and errors are told with it, or at the end where nothing is imported.
 */
export const hookEsbuild = ({ onStart, onResolve, onEnd, onDispose, resolve }: EsbuildBuild, generation: Generation, failOnError: boolean): void => {
  let result: Result | undefined;
  let isTold = false;
  const told = (): Told => {
    if (isTold) return {};
    isTold = true;
    return toldOf(result, failOnError);
  };
  generation.keep();
  onDispose(() => void generation.close());
  onStart(async () => {
    isTold = false;
    result = await generation.run();
  });
  onResolve({ filter: /.*/ }, async ({ path, ...asked }) => {
    if (isTold) return undefined;
    const { errors = [], warnings = [] } = told();
    const found = await resolve(path, asked);
    return { ...found, errors: [...errors, ...found.errors], warnings: [...warnings, ...found.warnings], watchFiles: [...generation.files()] };
  });
  onEnd(told);
};
