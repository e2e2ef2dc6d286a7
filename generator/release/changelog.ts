import { type Change, changeClasses } from "../compare/change.js";
import { capitalised, cut } from "../compare/render/change-head.js";
import { codeSpan, markdownText } from "../diagnostics/markdown.js";

/** An entry of a changelog: the version, and what is said of it. */
export interface ChangelogEntry {
  readonly version: string;
  readonly body: string;
}

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

/** The newest version that a changelog tells of; its lines end as those of `changelogBody`, whoever checked the file out. */
export const newestEntry = (text: string): ChangelogEntry | undefined => {
  const section = sectionsOf(text).find(({ line }) => versionIn(line) !== undefined);
  const version = section === undefined ? undefined : versionIn(section.line);
  if (section === undefined || version === undefined) return undefined;
  const body = text.slice(section.start + section.line.length, section.end).trim();
  return { version, body: `${body.replaceAll("\r\n", "\n")}\n` };
};

const title = "# Changelog\n";

/** The changelog with one entry more, above the newest version and below what is not released; the rest stays as it is. */
export const withEntry = (text: string, { version, body }: ChangelogEntry): string => {
  const withEnds = (lines: string): string => (text.includes("\r\n") ? lines.replaceAll("\n", "\r\n") : lines);
  const entry = `## ${version}\n\n${body.trim()}\n`;
  const next = sectionsOf(text).find(({ line }) => versionIn(line) !== undefined);
  if (next !== undefined) return text.slice(0, next.start) + withEnds(`${entry}\n`) + text.slice(next.start);
  const before = text.trim() === "" ? title : text.endsWith("\n") ? text : text + withEnds("\n");
  return before + withEnds(`\n${entry}`);
};
