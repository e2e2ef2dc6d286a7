/** What JSON holds, as it is written in a configuration. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Members of a package's `package.json` that no description says: `license`, `repository`, `publishConfig` and the like. */
export interface PackageJson {
  /** In place of the sentence that is made of the description's title. */
  readonly description?: string;
  readonly license?: string;
  readonly author?: Json;
  readonly homepage?: string;
  readonly repository?: Json;
  readonly bugs?: Json;
  readonly keywords?: readonly string[];
  readonly private?: boolean;
  /** What npm takes from here rather than from the command line: `access`, `registry`, `provenance`. */
  readonly publishConfig?: Readonly<Record<string, Json>>;
  /** Beside `prepublishOnly`, which guards the package; an empty text there leaves it out. */
  readonly scripts?: Readonly<Record<string, string>>;
  readonly [member: string]: Json | undefined;
}

/** What the tool decides of a `package.json`, and nobody else. */
export const decidedMembers = ["name", "version", "type", "sideEffects", "main", "types", "exports", "files"] as const;
