/** One API: the description and the folder of the package that is made of it. */
export interface ApiConfig {
  /** The description, relative to the configuration file. */
  readonly input: string;
  /** The package's folder; `generated/<name>` if left out. */
  readonly out?: string;
}

export interface Config {
  /** By name of the package that is generated. */
  readonly apis: Readonly<Record<string, ApiConfig>>;
  /** Warnings are errors. */
  readonly strict?: boolean;
}

/** Types the configuration in an editor; gives it back as it is. */
export const defineConfig = (config: Config): Config => config;
