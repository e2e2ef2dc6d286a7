import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Pointer } from "../source/pointer.js";

/** Names that the configuration gives, by the names that there are. */
export interface Renames {
  /** By the name in `components/schemas`, as it is written, or by the type that an inline schema gets by itself. */
  readonly schemas?: Readonly<Record<string, string>>;
  /** By `operationId`. */
  readonly operations?: Readonly<Record<string, string>>;
}

/** What there is to rename. */
export interface Renamed {
  readonly key: string;
  readonly pointer: Pointer;
}

/** The name that was given to a key; only own members count. */
export const renameOf = (names: Readonly<Record<string, string>> = {}, key: string): string | undefined => (Object.hasOwn(names, key) ? names[key] : undefined);

/** Keys that name nothing were not meant so. */
export const reportUnknownNames = (kind: "schemas" | "operations", names: Readonly<Record<string, string>> = {}, there: readonly string[], report: Report): void => {
  const known = new Set(there);
  for (const key of Object.keys(names)) {
    if (known.has(key)) continue;
    const near = suggest(key, there);
    report("name-unknown", {
      message: `the configuration has a name for ${JSON.stringify(key)} among \`names.${kind}\`, which the description does not have`,
      at: { pointer: "" },
      ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
    });
  }
};

export const reportUnavailable = (name: string, pointer: Pointer, report: Report): void =>
  report("name-unavailable", {
    message: `the configuration calls this ${name}, which is a name of another part of the package or of the language`,
    at: { pointer, part: "key" },
  });
