import { readFileSync } from "node:fs";
import path from "node:path";

/** What the tool keeps of a package stands in this folder of it. */
export const ownFolder = ".openapi-sieve";

/** Which files of a package the tool wrote; committed with them. */
export const manifestPath = `${ownFolder}/manifest.json`;

/** The same for `dist/`, which is built and not committed; nor is this. */
export const builtPath = `${ownFolder}/built.json`;

const format = 1;

export interface Manifest {
  /** The package's own version, once something other than the description decides it. */
  readonly version?: string;
  /** Of `dist/`: the `sourcesHash` of what it is built of. */
  readonly of?: string;
  /** Paths relative to the package's folder, with the `textHash` of what was written. */
  readonly files: ReadonlyMap<string, string>;
}

export type ReadManifest =
  | { readonly kind: "manifest"; readonly manifest: Manifest }
  | { readonly kind: "none" }
  /** Something stands there that is no manifest, such as the marks of a merge. */
  | { readonly kind: "damaged" };

/** A manifest comes out of a repository like any other file: it must not lead anywhere else. */
export const isPathInside = (file: string): boolean =>
  /^[^\\\0]+$/.test(file) && path.posix.normalize(file) === file && !/^(?:\/|\.\.(?:\/|$)|\.$|[A-Za-z]:)|\/$/.test(file) && !/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/i.test(file);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const isEntry = (entry: readonly [string, unknown]): entry is readonly [string, string] => typeof entry[1] === "string" && isPathInside(entry[0]);

/** A manifest, or undefined where the text is none. */
export const parseManifest = (text: string): Manifest | undefined => {
  const value = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  })();
  if (!isObject(value) || value["manifest"] !== format || !isObject(value["files"])) return undefined;
  const { version, of } = value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value["files"]);
  if (!entries.every(isEntry) || (version !== undefined && typeof version !== "string") || (of !== undefined && typeof of !== "string")) return undefined;
  return { files: new Map(entries), ...(version === undefined ? {} : { version }), ...(of === undefined ? {} : { of }) };
};

/** One line per file, so that branches merge. */
export const manifestText = ({ version, of, files }: Manifest): string => {
  const lines = [...files].sort(([left], [right]) => (left < right ? -1 : 1)).map(([file, hash]) => `    ${JSON.stringify(file)}: ${JSON.stringify(hash)}`);
  const own = Object.entries({ version, of }).map(([name, value]) => (value === undefined ? "" : `  "${name}": ${JSON.stringify(value)},\n`)).join("");
  return `{\n  "manifest": ${format},\n${own}  "files": {\n${lines.join(",\n")}\n  }\n}\n`;
};

/** The manifest of the package in a folder, or the one of its `dist/`. */
export const readManifest = (folder: string, file: typeof manifestPath | typeof builtPath = manifestPath): ReadManifest => {
  let text: string;
  try {
    text = readFileSync(path.join(folder, file), "utf8");
  } catch {
    return { kind: "none" };
  }
  const manifest = parseManifest(text);
  return manifest === undefined ? { kind: "damaged" } : { kind: "manifest", manifest };
};
