import type { Config } from "../config/define-config.js";

/** What the plugins for bundlers take: where the configuration is, or the configuration itself. */
export interface PluginOptions extends Partial<Config> {
  /** A configuration file, relative to `cwd`; looked for there if left out. Goes without `apis`. */
  readonly config?: string;
  /** The folder in which the configuration is looked for and that its paths are relative to; the working directory if left out. */
  readonly cwd?: string;
  /** Where the cache is, relative to `cwd`; in its `node_modules` if left out. */
  readonly cacheDir?: string;
  /** Do errors of a description fail a build? If not, it goes on with the packages as they were. True if left out. */
  readonly failOnError?: boolean;
}

/** What the plugin is told beside the configuration, and the configuration where it is told that. */
export interface Split {
  readonly cwd: string;
  readonly config: string | undefined;
  readonly failOnError: boolean;
  readonly strict: boolean;
  readonly cacheDir?: string;
  /** Undefined where it stands in a file. */
  readonly inline: Partial<Config> | undefined;
}

/** Throws a TypeError where the options contradict each other. */
export const splitOptions = ({ config, cwd = process.cwd(), failOnError = true, cacheDir, ...own }: PluginOptions = {}): Split => {
  const { apis, strict = false, ...others } = own;
  const shared = { cwd, config, failOnError, strict, ...(cacheDir !== undefined && { cacheDir }) };
  if (apis !== undefined) {
    if (config !== undefined) throw new TypeError("openapi-sieve: `config` and `apis` do not go together: the configuration stands in a file or in the options");
    return { ...shared, inline: own };
  }
  const [stray] = Object.keys(others);
  if (stray !== undefined) throw new TypeError(`openapi-sieve: \`${stray}\` goes with \`apis\`; without them the configuration stands in a file, and so does this`);
  return { ...shared, inline: undefined };
};
