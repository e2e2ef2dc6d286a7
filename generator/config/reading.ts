import { codes, isCode, levels, type Levels, mayBeRelaxed } from "../diagnostics/levels.js";
import { suggest } from "../diagnostics/suggest.js";
import type { DialectName } from "../filters/index.js";
import type { CustomFormat } from "../formats/custom-format.js";
import { type Access, defaultAccess } from "./access.js";
import type { ReadingConfig } from "./define-config.js";
import { isRecord } from "./is-record.js";

/** What one description is read with. */
export interface Additions {
  /** Paths of overlays, relative to the working directory, in the order in which they are applied. */
  readonly overlays: readonly string[];
  /** Patterns of the operations that are wanted; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** Formats of the configuration, with the texts of their modules. */
  readonly formats: readonly CustomFormat[];
  /** The dialect of its filters, or that it has none; undefined where that is left to the description. */
  readonly filterDialect: DialectName | false | undefined;
}

/** How a description is read and judged. */
export interface Reading extends Additions {
  readonly levels: Levels;
  readonly access: Access;
}

export const readingKeys = ["diagnostics", "allowOutside", "allowRemote", "maxSize", "remotes"] as const;

const levelProblem = (code: string, level: unknown, where: string): string | undefined => {
  const at = `${where}[${JSON.stringify(code)}]`;
  if (!isCode(code)) {
    const meant = suggest(code, codes);
    return `${where} names no diagnostic ${JSON.stringify(code)}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
  }
  if (!levels.some((known) => known === level)) return `${at} must be one of ${levels.map((known) => JSON.stringify(known)).join(", ")}`;
  return level === "error" || mayBeRelaxed(code) ? undefined : `${at} must stay "error": with what it stands for nothing can be generated`;
};

const isUrl = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text);
  } catch {
    return false;
  }
};

const remotesProblems = (remotes: unknown, where: string): readonly string[] => {
  if (remotes === undefined) return [];
  if (!isRecord(remotes)) return [`${where} must be an object of folders by URL`];
  return Object.entries(remotes).flatMap(([url, file]): readonly string[] => [
    ...(isUrl(url) ? [] : [`${where}: ${JSON.stringify(url)} must be a URL such as https://example.com/schemas/, or that of a file`]),
    ...(typeof file === "string" && file !== "" ? [] : [`${where}[${JSON.stringify(url)}] must be the path of a ${url.endsWith("/") ? "folder" : "file"}`]),
  ]);
};

/** What is wrong with these options among others; `prefix` stands before their names. */
export const readingProblems = (
  { diagnostics, allowOutside, allowRemote, maxSize, remotes }: Readonly<Record<string, unknown>>,
  prefix: string,
): readonly string[] => [
  ...(diagnostics === undefined || isRecord(diagnostics) ? [] : [`${prefix}diagnostics must be an object of levels by code`]),
  ...(isRecord(diagnostics) ? Object.entries(diagnostics) : []).flatMap(
    ([code, level]) => levelProblem(code, level, `${prefix}diagnostics`) ?? [],
  ),
  ...Object.entries({ allowOutside, allowRemote }).flatMap(([name, value]) =>
    value === undefined || typeof value === "boolean" ? [] : [`${prefix}${name} must be true or false`],
  ),
  ...(maxSize === undefined || (typeof maxSize === "number" && maxSize > 0) ? [] : [`${prefix}maxSize must be a number of megabytes`]),
  ...remotesProblems(remotes, `${prefix}remotes`),
];

const levelsOf = ({ diagnostics = {} }: ReadingConfig): Levels =>
  new Map(Object.entries(diagnostics).flatMap(([code, level]) => (isCode(code) && level !== undefined ? [[code, level] as const] : [])));

const additionsOf = ({ overlays = [], only, formats = [], filterDialect }: Partial<Additions>): Additions => ({ overlays, only, formats, filterDialect });

/** What the last of several configurations says counts, and the default where none says anything. */
const accessOf = (configs: readonly ReadingConfig[]): Access =>
  configs.reduce<Access>(
    (access, { allowOutside = access.allowOutside, allowRemote = access.allowRemote, maxSize = access.maxSize, remotes = access.remotes }) => ({ allowOutside, allowRemote, maxSize, remotes }),
    defaultAccess,
  );

export const readingOf = (additions: Partial<Additions> = {}, ...configs: readonly ReadingConfig[]): Reading => ({
  ...additionsOf(additions),
  levels: new Map(configs.flatMap((config) => [...levelsOf(config)])),
  access: accessOf(configs),
});
