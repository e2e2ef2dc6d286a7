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
}

type Answer = Pick<Reading, "statements"> & Partial<Pick<Reading, "confidence" | "note">>;

/** A wording, and what it says; undefined where the pattern fits and nothing follows from it. */
export type Wording = readonly [pattern: string, says: (found: Found) => Answer | undefined];

const given =
  "(?:set|specified|provided|passed(?: in)?|supplied|given|present|included|defined|filled(?: in| out)?|used|sent|populated|submitted|entered|declared|stated|available)";

/** Shorthand in patterns: `{L:a}` is a row of fields, `{V:v}` values, the others are words that mean the same. */
const shorthand: Readonly<Record<string, string>> = {
  given,
  modal: "(?:must|can|may|should|shall|has to|have to|needs? to|will|is to|are to|could|is allowed to|are allowed to)",
  must: "(?:must|shall|has to|have to|needs? to|is required to|are required to|should|ought to|is to|are to)",
  cannot: "(?:cannot|can never|must not|may not|shall not|should not|must never|is not allowed to|are not allowed to|is not to|are not to|will not)",
  be: "(?:is|are|was|were|has been|have been|be|being|gets?)",
  give: "(?:set|specify|provide|pass|supply|give|include|define|use|send|fill(?: in)?|enter|have|select|choose|submit)",
  giving: "(?:setting|specifying|providing|passing|supplying|giving|including|using|sending)",
  together: "(?:(?:together|combined|jointly|in (?:conjunction|combination)|at the same time|simultaneously|along|alongside|paired|concurrently) (?:with )?|with )",
  field: "(?:fields?|param(?:eter)?s?|properties|property|attributes?|arguments?|options?|keys?|values?|of them|of these|of those|identifiers?|ids?)",
};

const value = "(?:V\\d+|true|false|null|empty|blank)";

const compiled = (pattern: string): RegExp => {
  const body = pattern
    .replaceAll(/\{L:(\w+)\}/g, "(?<$1>L\\d+)")
    .replaceAll(/\{V:(\w+)\}/g, `(?<$1>${value}(?:(?: ,)?(?: or| and)? ${value})*)`)
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => shorthand[name] ?? whole);
  return new RegExp(`(?<![^ ])(?:${body})(?![^ ])`);
};

const words: Readonly<Record<string, JsonValue>> = { true: true, false: false, null: null };

const valuesIn = (text: string, clause: Clause): readonly JsonValue[] =>
  (text.match(/V\d+|true|false|null/g) ?? []).map((one) => (Object.hasOwn(words, one) ? (words[one] ?? null) : (clause.values[Number(one.slice(1))] ?? null)));

/** A recogniser out of wordings, of which the first that fits is taken. Patterns are matched against the text of clauses. */
export const recogniser = (name: string, wordings: readonly Wording[]): Recogniser => {
  const patterns = wordings.map(([pattern, says]) => ({ pattern: compiled(pattern), says }));
  return {
    name,
    read: (clause) => {
      for (const { pattern, says } of patterns) {
        const match = pattern.exec(clause.text);
        if (match === null) continue;
        const groups = match.groups ?? {};
        const lists = Object.values(groups).flatMap((text) => (text !== undefined && /^L\d+$/.test(text) ? [clause.lists[Number(text.slice(1))] ?? []] : [])).flat();
        const answer = says({
          clause,
          list: (key) => (groups[key] === undefined ? undefined : clause.lists[Number(groups[key].slice(1))]),
          value: (key) => (groups[key] === undefined ? [] : valuesIn(groups[key], clause)),
          text: (key) => groups[key],
        });
        if (answer === undefined) continue;
        const around = [clause.text.slice(0, match.index).trim(), clause.text.slice(match.index + match[0].length).trim()] as const;
        return { confidence: "certain", ...answer, around, lists };
      }
      return undefined;
    },
  };
};
