import type { LiftedAction } from "../../lift/express/action-of.js";
import type { Evidence, Finding } from "../../lift/finding.js";
import { fieldsOf, statementText } from "../../lift/statement.js";
import { printable } from "../../diagnostics/printable.js";

export interface Shown {
  readonly color: boolean;
  readonly stateOf: (action: LiftedAction) => string;
  readonly placeText: (evidence: Evidence) => string;
}

export const paint = (text: string, code: number, color: boolean): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const mostShown = 220;

/** The sentence with the names of fields highlighted, cut around them where it is long. */
const sentenceLine = (sentence: string, names: readonly string[], color: boolean): string => {
  const text = printable(sentence);
  const places = names.map((name) => text.indexOf(name)).filter((at) => at >= 0);
  const from = text.length <= mostShown || places.length === 0 ? 0 : Math.max(0, Math.min(...places) - 80);
  const cut = `${from > 0 ? "…" : ""}${text.slice(from, from + mostShown)}${from + mostShown < text.length ? "…" : ""}`;
  if (!color || names.length === 0) return cut;
  return cut.replace(new RegExp(`(?<![\\w])(?:${names.map(escaped).join("|")})(?![\\w])`, "g"), (name) => paint(name, 33, color));
};

const confidenceColor = { certain: 32, likely: 36, guess: 35 } as const;

/** A finding with its sentences, their places and who read them. */
export const findingLines = (finding: Finding, state: string, { color, placeText }: Omit<Shown, "stateOf">): readonly string[] => {
  const { confidence, statement, evidence, note } = finding;
  return [
    `  ${paint(confidence.padEnd(7), confidenceColor[confidence], color)}  ${paint(printable(statementText(statement)), 1, color)}${state === "" || state === "new" ? "" : `  (${state})`}`,
    ...evidence.flatMap((one) => [`           ${sentenceLine(one.sentence, fieldsOf(statement), color)}`, `           ${paint(printable(`${placeText(one)}  ${one.recogniser}`), 2, color)}`]),
    ...(note === undefined ? [] : [`           note: ${printable(note)}`]),
  ];
};

/** Findings as text for people, grouped by the object or operation that they are about. */
export const findingsTable = (actions: readonly LiftedAction[], facts: readonly Finding[], shown: Shown): string => {
  const groups = new Map<string, string[]>();
  const add = (finding: Finding, state: string): void => {
    const lines = groups.get(finding.scope.title) ?? [];
    lines.push(...findingLines(finding, state, shown));
    groups.set(finding.scope.title, lines);
  };
  for (const action of actions) add(action.finding, shown.stateOf(action));
  for (const fact of facts) add(fact, "fact");
  return [...groups].map(([title, lines]) => `${paint(printable(title), 4, shown.color)}\n${lines.join("\n")}\n\n`).join("");
};
