import { codes, isCode, levels, type Levels, mayBeRelaxed } from "../diagnostics/levels.js";
import { type Access, defaultAccess } from "./access.js";
import type { ReadingConfig } from "./define-config.js";
import type { Suggest } from "./parse-config.js";

/** How a description is read and judged. */
export interface Reading {
  readonly levels: Levels;
  readonly access: Access;
}

export const readingKeys = ["diagnostics", "allowOutside", "allowRemote", "maxSize"] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const levelProblem = (code: string, level: unknown, where: string, suggest: Suggest): string | undefined => {
  const at = `${where}[${JSON.stringify(code)}]`;
  if (!isCode(code)) {
    const meant = suggest(code, codes);
    return `${where} names no diagnostic ${JSON.stringify(code)}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
  }
  if (!levels.some((known) => known === level)) return `${at} must be one of ${levels.map((known) => JSON.stringify(known)).join(", ")}`;
  return level === "error" || mayBeRelaxed(code) ? undefined : `${at} must stay "error": with what it stands for nothing can be generated`;
};

/** What is wrong with these options among others; `prefix` stands before their names. */
export const readingProblems = (
  { diagnostics, allowOutside, allowRemote, maxSize }: Readonly<Record<string, unknown>>,
  prefix: string,
  suggest: Suggest,
): readonly string[] => [
  ...(diagnostics === undefined || isRecord(diagnostics) ? [] : [`${prefix}diagnostics must be an object of levels by code`]),
  ...(isRecord(diagnostics) ? Object.entries(diagnostics) : []).flatMap(
    ([code, level]) => levelProblem(code, level, `${prefix}diagnostics`, suggest) ?? [],
  ),
  ...Object.entries({ allowOutside, allowRemote }).flatMap(([name, value]) =>
    value === undefined || typeof value === "boolean" ? [] : [`${prefix}${name} must be true or false`],
  ),
  ...(maxSize === undefined || (typeof maxSize === "number" && maxSize > 0) ? [] : [`${prefix}maxSize must be a number of megabytes`]),
];

const levelsOf = ({ diagnostics = {} }: ReadingConfig): Levels =>
  new Map(Object.entries(diagnostics).flatMap(([code, level]) => (isCode(code) && level !== undefined ? [[code, level] as const] : [])));

/** What the last of several says counts. */
export const readingOf = (...configs: readonly ReadingConfig[]): Reading => {
  const said = configs.map(({ allowOutside, allowRemote, maxSize }) =>
    Object.fromEntries(Object.entries({ allowOutside, allowRemote, maxSize }).filter(([, value]) => value !== undefined)),
  );
  return {
    levels: new Map(configs.flatMap((config) => [...levelsOf(config)])),
    access: Object.assign({}, defaultAccess, ...said),
  };
};
