import { type Confidence, leastSure } from "./confidence.js";
import type { Finding } from "./finding.js";
import { isPlausible } from "./plausible.js";
import { filterBlock } from "./recognisers/filter-block.js";
import { recognisers } from "./recognisers/index.js";
import type { Reading } from "./recognisers/recogniser.js";
import type { Prose, Scope } from "./scopes/scope.js";
import { type Statement, statementText } from "./statement.js";
import type { Clause, FieldList } from "./text/clause.js";
import { judge, judgeRest } from "./text/judge.js";
import type { NamesCache } from "./text/names.js";
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
    if (reading === undefined) continue;
    const statements = reading.statements.filter((statement) => isPlausible(statement, clause.scope));
    if (statements.length > 0) return { ...reading, statements, recogniser: name, confidence: judge(reading, clause) };
  }
  return undefined;
};

const textOf = (statements: readonly Statement[]): string => statements.map(statementText).join("\n");

/** What clauses of a sentence say, the whole of it first: parts are asked only where that says nothing that is sure. */
const readingsOf = (clauses: readonly Clause[]): readonly Recognised[] => {
  const [whole, ...parts] = clauses;
  const first = whole === undefined ? undefined : recognise(whole);
  if (first?.confidence === "certain") return [first];
  const found = parts.flatMap((part) => {
    const reading = recognise(part);
    if (reading === undefined) return [];
    return [{ ...reading, confidence: leastSure(reading.confidence, part.extent === "parenthesis" ? "certain" : judgeRest(whole?.text ?? "", part.text)) }];
  });
  // of two ways to read the same, the surer one
  const same = found.filter(({ confidence, statements }) => confidence === "certain" && textOf(statements) === textOf(first?.statements ?? []));
  if (same.length > 0) return same.slice(0, 1);
  const best = found.filter(({ confidence }) => confidence !== "guess");
  if (first?.confidence === "likely") return [first];
  if (best.length > 0) return best;
  return first === undefined ? found.slice(0, 1) : [first];
};

const findingOf = (prose: Prose, scope: Scope, { start, end }: Pick<Sentence, "start" | "end">, statement: Statement, { recogniser, confidence, note }: Pick<Recognised, "recogniser" | "confidence" | "note">): Finding => ({
  scope,
  statement,
  confidence,
  evidence: [{ sentence: prose.text.slice(start, end).replace(/\s+/g, " ").trim(), pointer: prose.pointer, start, recogniser, confidence }],
  ...(note !== undefined && { note }),
});

/** What one sentence says, and the row that the next may speak of as "these fields". */
interface SentenceRead {
  readonly findings: readonly Finding[];
  readonly last: FieldList | undefined;
}

const readSentence = (sentence: Sentence, prose: Prose, scope: Scope, namesOf: NamesCache, antecedent: FieldList | undefined): SentenceRead => {
  const read = (loose: boolean): ReturnType<typeof readClauses> => readClauses(sentence, scope, namesOf(scope), { self: prose.field, loose, antecedent });
  const strict = read(false);
  const strictly = readingsOf(strict.clauses);
  const [readings, most]: readonly [readonly Recognised[], Confidence] = strictly.length > 0 ? [strictly, "certain"] : [readingsOf(read(true).clauses), "likely"];
  const findings = readings.flatMap((reading) => reading.statements.map((statement) => findingOf(prose, scope, sentence, statement, { ...reading, confidence: leastSure(reading.confidence, most) })));
  return { findings, last: strict.last };
};

/** Words without one of which nothing that can be read is said. */
const telling =
  /requir|must|mandator|do not|don['’]?t|absence|exclusiv|cannot|can['’]?t|can not|n['’]t be|not (?:be|allowed|permitted|supported|valid|compatible)|\bonly\b|either|neither|at least|at most|exactly|precisely|\bone of|one or more|no more than|not more than|together|conjunction|combin|without|unless|between|depends on|unique|conflict|incompatible|necessary|needed|compulsory|optional|should|shall|has to|have to|needs? to|mininum|minimum value|maximum value|\bboth\b|all or none|more than one|invalid|forbidden|prohibited|has either|have either|not allowed|operator:|filter can be negated|will be rejected/i;

/** What a description says of the fields in its scopes, sentence by sentence; the nearest scope that has the names decides. */
export const readProse = (prose: Prose, namesOf: NamesCache): readonly Finding[] => {
  if (!telling.test(prose.text)) return [];
  const sentences = sentencesOf(tokenise(prose.text));
  const { field } = prose;
  const [nearest] = prose.scopes;
  const block = field === undefined || nearest?.kind !== "query" ? undefined : filterBlock.read(sentences, field);
  const filters = block === undefined || nearest === undefined ? [] : [findingOf(prose, nearest, { start: block.first.start, end: block.last.end }, block.statement, { recogniser: filterBlock.name, confidence: "certain" })];
  const last = new Map<Scope, FieldList | undefined>();
  let listEnd = 0;
  const rules = sentences.flatMap((sentence) => {
    // the row of a list may be spoken of in the sentence behind it
    const remember = (scope: Scope, row: FieldList | undefined): void => {
      if (sentence.start >= listEnd) last.set(scope, row);
    };
    const found = ((): readonly Finding[] => {
      const tells = telling.test(prose.text.slice(sentence.start, sentence.end));
      for (const scope of tells || sentence.items.length > 1 ? prose.scopes : []) {
        const read = readSentence(sentence, prose, scope, namesOf, last.get(scope));
        remember(scope, read.last);
        if (tells && read.findings.length > 0) return read.findings;
      }
      if (!tells && sentence.items.length < 2 && sentence.start >= listEnd) last.clear();
      return [];
    })();
    listEnd = Math.max(listEnd, sentence.items.length > 1 ? sentence.listEnd : 0);
    return found;
  });
  return [...filters, ...rules];
};
