import { type Confidence, leastSure } from "./confidence.js";
import type { Evidence, Finding } from "./finding.js";
import { isPlausible } from "./plausible.js";
import { recognisers } from "./recognisers/index.js";
import type { Reading } from "./recognisers/recogniser.js";
import type { Prose, Scope } from "./scopes/scope.js";
import { judge } from "./text/judge.js";
import type { Clause } from "./text/clause.js";
import { readClauses } from "./text/read-clauses.js";
import { type Sentence, sentencesOf } from "./text/sentences.js";
import { tokenise } from "./text/tokenise.js";

interface Recognised extends Reading {
  readonly recogniser: string;
}

/** What the first recogniser that knows the clause makes of it. */
const recognise = (clause: Clause): Recognised | undefined => {
  for (const { name, read } of recognisers) {
    const reading = read(clause);
    if (reading !== undefined) return { ...reading, recogniser: name, confidence: judge(reading, clause) };
  }
  return undefined;
};

/** What clauses of a sentence say, the whole of it first: parts are asked only where that says nothing that is sure. */
const readingsOf = (clauses: readonly Clause[]): readonly Recognised[] => {
  const [whole, ...parts] = clauses;
  const first = whole === undefined ? undefined : recognise(whole);
  if (first?.confidence === "certain") return [first];
  const found = parts.flatMap((part) => {
    const reading = recognise(part);
    // what else the sentence says may bear on a part of it that stands in no parentheses
    return reading === undefined ? [] : [{ ...reading, confidence: leastSure(reading.confidence, part.extent === "parenthesis" ? "certain" : "likely") }];
  });
  const best = found.filter(({ confidence }) => confidence !== "guess");
  if (best.length > 0) return best;
  return first === undefined ? found.slice(0, 1) : [first];
};

const evidenceOf = ({ text, pointer }: Prose, { start, end }: Sentence, { recogniser, confidence }: Recognised): Evidence => ({
  sentence: text.slice(start, end).replace(/\s+/g, " ").trim(),
  pointer,
  start,
  recogniser,
  confidence,
});

const readSentence = (sentence: Sentence, prose: Prose, scope: Scope): readonly Finding[] => {
  const read = (loose: boolean): readonly Recognised[] => readingsOf(readClauses(sentence, scope, prose.field, loose));
  const strict = read(false);
  const most: Confidence = strict.length > 0 ? "certain" : "likely";
  const readings = strict.length > 0 ? strict : read(true);
  return readings.flatMap((reading) => {
    const confidence = leastSure(reading.confidence, most);
    return reading.statements
      .filter((statement) => isPlausible(statement, scope))
      .map((statement): Finding => ({ scope, statement, confidence, evidence: [evidenceOf(prose, sentence, { ...reading, confidence })], ...(reading.note !== undefined && { note: reading.note }) }));
  });
};

/** What a description says of the fields in its scopes, sentence by sentence; the nearest scope that has the names decides. */
export const readProse = (prose: Prose): readonly Finding[] =>
  sentencesOf(tokenise(prose.text)).flatMap((sentence) => {
    for (const scope of prose.scopes) {
      const found = readSentence(sentence, prose, scope);
      if (found.length > 0) return found;
    }
    return [];
  });
