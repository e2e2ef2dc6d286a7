import type { SourceObject } from "../../../../generator/source/value.js";
import { differencesOf, type Row, rowsOf } from "./differences.js";
import { explanations } from "./explanations.js";
import { type Facts, factsOf } from "./facts.js";

/** A description made of texts beside the one that was written by hand. */
export interface Comparison {
  readonly spec: string;
  readonly texts: readonly string[];
  readonly written: SourceObject;
  readonly made: SourceObject;
  /** How many gaps there are of each mark. */
  readonly inferred: number;
  readonly unknown: number;
  /** How many rules the overlay adds. */
  readonly rules: number;
}

const cell = (text: string | undefined): string => {
  const shown = (text ?? "–").replaceAll("|", "\\|");
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
};

const mostRows = 8;

const shortened = (text: string): string => text.replaceAll("/accounts/users/organization/organizationuser/", "/…/").replaceAll("/accounts/users/auth/invite/organization/organizationuser/", "/…invite…/");

const whereOf = ({ places, field }: Row): string => {
  const bodies = places.map(shortened).join(", ");
  return field === "" ? `\`${bodies}\`` : `\`${field}\` of ${bodies}`;
};

const tableOf = (rows: readonly Row[]): string => {
  const shown = rows.slice(0, mostRows).map((row) => `| ${whereOf(row)} | ${cell(row.spec)} | ${cell(row.made)} |`);
  const rest = rows.slice(mostRows);
  const more = rest.length === 0 ? [] : [`| and ${rest.length} more: ${[...new Set(rest.map(({ places, field }) => `\`${field === "" ? shortened(places[0] ?? "") : field}\``))].join(", ")} | | |`];
  return ["| where | spec/ | made of the texts |", "| --- | --- | --- |", ...shown, ...more].join("\n");
};

const same = (spec: Facts, made: Facts): number => [...spec].filter(([place, value]) => made.get(place) === value).length;

export interface Compared {
  readonly rows: readonly Row[];
  readonly unexplained: readonly Row[];
  readonly used: ReadonlySet<string>;
  readonly text: string;
}

/** The comparison as Markdown, each difference under why it is there. */
export const compared = ({ spec, texts, written, made, inferred, unknown, rules }: Comparison): Compared => {
  const [writtenFacts, madeFacts] = [factsOf(written), factsOf(made)];
  const rows = rowsOf(differencesOf(writtenFacts, madeFacts));
  const explained = explanations.map((explanation) => ({ explanation, rows: rows.filter((row) => explanations.find(({ applies }) => applies(row)) === explanation) }));
  const sections = explained
    .filter((one) => one.rows.length > 0)
    .map(({ explanation, rows: own }) => `#### ${explanation.title}\n\n${explanation.text}\n\n${tableOf(own)}`);
  const summary = `Made of ${texts.map((text) => `\`${text}\``).join(" and ")}: ${same(writtenFacts, madeFacts)} statements are the same as in \`spec/${spec}\`, ${rows.length} differ or are missing (a field that differs alike in several bodies counts once). ${unknown} gaps are marked \`unknown\`, ${inferred} \`inferred\`; the overlay adds ${rules} rule${rules === 1 ? "" : "s"}.`;
  return {
    rows,
    unexplained: rows.filter((row) => !explanations.some(({ applies }) => applies(row))),
    used: new Set(explained.filter((one) => one.rows.length > 0).map(({ explanation }) => explanation.title)),
    text: [`### ${spec}`, summary, ...sections].join("\n\n"),
  };
};
