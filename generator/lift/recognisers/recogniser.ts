import type { JsonValue } from "../../code/json-value.js";
import type { Confidence } from "../confidence.js";
import type { Statement } from "../statement.js";
import type { Clause, FieldList } from "../text/clause.js";

/** What a clause says, as one recogniser reads it. */
export interface Reading {
  readonly statements: readonly Statement[];
  /** At most; what stands around what was recognised may lower it further. */
  readonly confidence: Confidence;
  /** The words before and after what was recognised. */
  readonly around: readonly [string, string];
  /** The rows of fields that the statements rest on. */
  readonly lists: readonly FieldList[];
  /** What the sentence leaves open, for whoever decides. */
  readonly note?: string;
}

/** One way to say something, and all that is known of it. */
export interface Recogniser {
  /** Named in evidence, scores and on the terminal. */
  readonly name: string;
  readonly read: (clause: Clause) => Reading | undefined;
}

/** What a pattern found. `list` and `value` give what its placeholders stand for. */
export interface Found {
  readonly clause: Clause;
  readonly list: (name: string) => FieldList | undefined;
  readonly value: (name: string) => readonly JsonValue[];
  readonly text: (name: string) => string | undefined;
  /** The words before what was found. */
  readonly before: string;
  /** The words behind it. */
  readonly after: string;
}

/** `lists` and `rest` where a wording reads more of the clause than its placeholders show. */
export type Answer = Pick<Reading, "statements"> & Partial<Pick<Reading, "confidence" | "note" | "lists">> & { readonly rest?: string };

/** A wording, and what it says; undefined where the pattern fits and nothing follows from it. */
export type Wording = readonly [pattern: string, says: (found: Found) => Answer | undefined];

/** Shorthand in patterns: `{L:a}` is a row of fields, `{V:v}` values, `{C:c}` all that follows, the others are words that mean the same. */
const shorthand: Readonly<Record<string, string>> = {
  must: "(?:must|should)",
  cannot: "(?:cannot|shouldnot)",
  field: "(?:fields?|param(?:eter)?s?|properties|property|attributes?|arguments?|options?|keys?|values?|of them|of these|of those|identifiers?|ids?)",
  notBoth: "(?: ,| ;)? (?:but |and )?(?:not|never) (?:both|all|together|more than one|two)(?: of (?:them|L\\d+))?",
};

const value = "(?:V\\d+|true|false)";

/** Values in a row. */
export const valueRow = `${value}(?:(?: ,)?(?: or| and)? (?:the |an? |either )?${value})*`;

const compiled = (pattern: string): RegExp => {
  const body = pattern
    .replaceAll(/\{L:(\w+)\}/g, "(?<$1>L\\d+)")
    .replaceAll(/\{V:(\w+)\}/g, `(?<$1>${valueRow})`)
    .replaceAll(/\{C:(\w+)\}/g, "(?<$1>.{1,300})")
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => shorthand[name] ?? whole);
  return new RegExp(`(?<![^ ])(?:${body})(?![^ ])`);
};

const words: Readonly<Record<string, JsonValue>> = { true: true, false: false };

/** The values that a row of them stands for. */
export const valuesIn = (text: string, clause: Clause): readonly JsonValue[] =>
  (text.match(/V\d+|true|false/g) ?? []).map((one) => (Object.hasOwn(words, one) ? (words[one] ?? null) : (clause.values[Number(one.slice(1))] ?? null)));

/** The row that a placeholder stands for. */
export const listAt = (placeholder: string | undefined, { lists }: Clause): FieldList | undefined => (placeholder === undefined ? undefined : lists[Number(placeholder.slice(1))]);

/**
 * A recogniser out of wordings, of which the first that fits is taken. Patterns are matched against the text of clauses; one that
 * does not match `hint`, which stands in every wording, is not asked.
 */
export const recogniser = (name: string, hint: RegExp, wordings: readonly Wording[]): Recogniser => {
  const patterns = wordings.map(([pattern, says]) => ({ pattern: compiled(pattern), says }));
  return {
    name,
    read: (clause) => {
      if (!hint.test(clause.text)) return undefined;
      for (const { pattern, says } of patterns) {
        const match = pattern.exec(clause.text);
        if (match === null) continue;
        const groups = match.groups ?? {};
        const [before, after] = [clause.text.slice(0, match.index).trim(), clause.text.slice(match.index + match[0].length).trim()];
        const answer = says({
          clause,
          list: (key) => listAt(groups[key], clause),
          value: (key) => (groups[key] === undefined ? [] : valuesIn(groups[key], clause)),
          text: (key) => groups[key],
          before,
          after,
        });
        if (answer === undefined || answer.statements.length === 0) continue;
        const own = Object.values(groups).flatMap((text) => (text !== undefined && /^L\d+$/.test(text) ? (listAt(text, clause) ?? []) : []));
        const { rest, lists = [], ...said } = answer;
        return { confidence: "certain", ...said, around: [before, `${rest ?? ""} ${after}`.trim()], lists: [...own, ...lists] };
      }
      return undefined;
    },
  };
};
