import type { ChangeKind, Verdict } from "../../../generator/compare/change.js";
import { families } from "../../../generator/compare/registry.js";

const head = `# Kinds of changes

What \`openapi-sieve diff\` and \`check\` tell of two versions of a generated package, by what it is about. [diff.md](diff.md) says how
changes are found and what follows from them. Where a kind is judged for what is sent and for what is read, a schema that goes both ways
is judged twice. This page is made of the registry: \`npm run docs:changes\`.
`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

const bumpOf = ({ class: found, bump = "minor" }: Verdict): string => (found === "compatible" ? bump : "major");

const row = (code: string, title: string, way: string, verdict: Verdict | undefined): readonly string[] =>
  verdict === undefined ? [] : [`| ${[code, title, way, verdict.class, bumpOf(verdict), cell(verdict.rule)].join(" | ")} |`];

const rowsOf = (code: string, kind: ChangeKind): readonly string[] => {
  const rows = [...row("", "", "", kind.verdict), ...row("", "", "sent", kind.request), ...row("", "", "read", kind.response)];
  // what a kind is called stands in its first row
  return rows.map((text, index) => (index === 0 ? text.replace("|  |  |", `| \`${code}\` | ${cell(kind.title)} |`) : text));
};

const section = (name: string, kinds: Readonly<Record<string, ChangeKind>>): string =>
  [`## ${name}`, "", "| code | what | where | class | version | rule |", "| --- | --- | --- | --- | --- | --- |", ...Object.entries(kinds).flatMap(([code, kind]) => rowsOf(code, kind)), ""].join("\n");

/** docs/changes.md */
export const changesDocument = (): string => [head, ...Object.entries(families).map(([name, kinds]) => section(name, kinds))].join("\n");
