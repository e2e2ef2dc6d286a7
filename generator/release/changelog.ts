import { codeSpan, markdownText } from "../diagnostics/markdown.js";
import { type Change, changeClasses } from "../compare/change.js";

/** An entry of a changelog: the version, and what is said of it. */
export interface ChangelogEntry {
  readonly version: string;
  readonly body: string;
}

/** Longest text of a description that is shown in one piece. */
const longest = 300;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const item = ({ subject, code, detail, rule }: Change): string => `- ${codeSpan(cut(subject))} ${codeSpan(code)}${detail === "" ? "" : `: ${codeSpan(cut(detail))}`}. ${markdownText(rule)}\n`;

/** What the changelog says of the changes: lists by class, without places, which move. */
export const changelogBody = (changes: readonly Change[]): string =>
  changeClasses
    .flatMap((name) => {
      const found = changes.filter((change) => change.class === name);
      return found.length === 0 ? [] : [`### ${capitalised(name)}\n\n${found.map(item).join("")}`];
    })
    .join("\n");

const heading = /^## .*$/gm;

/** `## 2.0.0`, `## [2.0.0] - 2026-11-23` */
const versionIn = (line: string): string | undefined => /^## \[?v?(\d+\.\d+\.\d+[^\s\]]*)/.exec(line)?.[1];

interface Section {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

const sectionsOf = (text: string): readonly Section[] => {
  const found = [...text.matchAll(heading)];
  return found.map((match, index) => ({ line: match[0], start: match.index, end: found[index + 1]?.index ?? text.length }));
};

/** The newest version that a changelog tells of. */
export const newestEntry = (text: string): ChangelogEntry | undefined => {
  const section = sectionsOf(text).find(({ line }) => versionIn(line) !== undefined);
  const version = section === undefined ? undefined : versionIn(section.line);
  return section === undefined || version === undefined ? undefined : { version, body: `${text.slice(section.start + section.line.length, section.end).trim()}\n` };
};

const title = "# Changelog\n";

/** The changelog with one entry more, above the newest version and below what is not released; the rest stays as it is. */
export const withEntry = (text: string, { version, body }: ChangelogEntry): string => {
  const entry = `## ${version}\n\n${body.trim()}\n`;
  const next = sectionsOf(text).find(({ line }) => versionIn(line) !== undefined);
  if (next !== undefined) return `${text.slice(0, next.start)}${entry}\n${text.slice(next.start)}`;
  const before = text.trim() === "" ? title : text.endsWith("\n") ? text : `${text}\n`;
  return `${before}\n${entry}`;
};
