import type { SourceValue } from "../../../source/value.js";
import type { DocumentedField, DocumentedFilter, Said } from "../documented-api.js";
import { cutAt, type Excerpt, type Marked, part, placeOf, said, trimmed } from "./excerpt.js";

/** What the text behind the type of a field says. */
export type FieldProse = Pick<DocumentedField, "description" | "enum" | "gluedEnum" | "validation" | "filter">;

/** What begins a part of such a text. */
const parts =
  /(?<validation>Additional Validation Information:)|(?<negation>Filter can be negated by adding a ! to the end of the parameter name\.?)|(?<operators>Additional operators:)|(?<operator>Operator: (?<name>[A-Za-z]\w{0,40}), Supports negation \(via !\): (?<negatable>True|False))|(?<enum>(?<![A-Za-z])Enum(?::\s|(?=["\dA-Z-])|\s*$))/dg;

const isOf = ({ match }: Marked, name: string): boolean => match.groups?.[name] !== undefined;

/** "0, 1, 2" ~> [0, 1, 2]; `"a", "b"` and a, b are texts. All of them are numbers, or none is. */
const enumValues = (text: string): readonly SourceValue[] => {
  const values = text.split(/,\s*/).map((value) => value.trim()).filter((value) => value !== "").slice(0, 1_000);
  if (values.every((value) => /^-?\d{1,15}$/.test(value))) return values.map(Number);
  return values.map((value) => /^(["'`])(.*)\1$/.exec(value)?.[2] ?? value);
};

/** Values that stand in a list; what follows a value without a comma is none of them. */
const listed = /^\s*(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|`[^`\n]{0,200}`|[^\s,]{1,200})(?:,\s*(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|`[^`\n]{0,200}`|[^\s,]{1,200})){0,999}/;

interface EnumText {
  readonly values?: Said<readonly SourceValue[]>;
  readonly glued?: Said<string>;
  /** What stands behind the values. */
  readonly rest: Excerpt;
}

const readEnum = ({ mark, after }: Marked): EnumText => {
  const { text } = after;
  const match = mark.text.includes(":") ? (listed.exec(text) ?? undefined) : undefined;
  // "in progress, done": a value of several words without quotes has no end
  const goesOn = match !== undefined && /^[^\n,.;:]{0,200},/.test(text.slice(match[0].length));
  if (match === undefined || goesOn) {
    const line = part(after, 0, /\s/.exec(text)?.index);
    return { glued: { value: mark.text + line.text, place: placeOf({ ...mark, text: mark.text + line.text }) }, rest: part(after, line.text.length) };
  }
  const values = trimmed(part(after, 0, match[0].length));
  return { values: { value: enumValues(values.text), place: placeOf(values) }, rest: part(after, match[0].length) };
};

/** The filter that stands in marks, if they speak of one. */
export const readFilter = (marks: readonly Marked[]): DocumentedFilter | undefined => {
  const own = marks.filter((mark) => isOf(mark, "negation") || isOf(mark, "operators") || isOf(mark, "operator"));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const operators = own.flatMap(({ match }) => {
    const { name, negatable } = match.groups ?? {};
    return name === undefined ? [] : [{ name, negatable: negatable === "True" }];
  });
  const place = first.mark.place(first.mark.start, last.mark.start + last.mark.text.length);
  return { place, operators, negatable: own.some((mark) => isOf(mark, "negation")) };
};

/** A sentence of a text on one line, or the lines of one of several, without those that say nothing. */
const joined = (pieces: readonly Excerpt[]): Said<string> | undefined => {
  const texts = pieces.map(trimmed).filter(({ text }) => text !== "");
  const [first] = texts;
  const last = texts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { value: texts.map(({ text }) => text).join("\n"), place: first.place(first.start, last.start + last.text.length) };
};

/**
 * Reads the text behind the type of a field: a description, the values of an enum, what is said under
 * "Additional Validation Information:", and the operators of a filter, in any order.
 */
export const readFieldProse = (text: Excerpt): FieldProse => {
  const { before, marks } = cutAt(text, parts);
  const enums = marks.filter((mark) => isOf(mark, "enum")).map(readEnum);
  const glued = enums.find((one) => one.glued !== undefined)?.glued;
  const values = enums.find((one) => one.values !== undefined)?.values;
  const description = joined([before, ...enums.map(({ rest }) => rest)]);
  const validation = joined(marks.filter((mark) => isOf(mark, "validation")).map(({ after }) => after));
  const filter = readFilter(marks);
  return {
    ...(description !== undefined && { description }),
    ...(values !== undefined && { enum: values }),
    ...(values === undefined && glued !== undefined && { gluedEnum: glued }),
    ...(validation !== undefined && { validation }),
    ...(filter !== undefined && { filter }),
  };
};

/** A text in which no field is named, cut where its statements begin. */
export interface Statements {
  readonly before: Excerpt;
  readonly sentences: readonly Said<string>[];
  readonly filters: readonly DocumentedFilter[];
  readonly gluedEnums: readonly Said<string>[];
}

/** Where a sentence ends on a line of several: at the beginning of the next. */
const sentenceStart = /\s(?=(?:This (?:field|value)\b|Must be |Minimum value:|Maximum value:))/g;

export const splitSentences = (text: Excerpt): readonly Said<string>[] => {
  const pieces: Excerpt[] = [];
  let at = 0;
  for (const line of text.text.split("\n")) {
    const starts = [0, ...[...line.matchAll(sentenceStart)].map(({ index }) => index)];
    pieces.push(...starts.map((start, index) => part(text, at + start, at + (starts[index + 1] ?? line.length))));
    at += line.length + 1;
  }
  return pieces.map(trimmed).filter((piece) => piece.text !== "").map(said);
};

/** Operators that follow each other are one filter; where the sentence of negation stands again, or operators begin again, the next begins. */
const filterRuns = (marks: readonly Marked[]): readonly (readonly Marked[])[] => {
  const runs: Marked[][] = [];
  let hasOperators = false;
  for (const mark of marks) {
    const begins = isOf(mark, "negation") || (isOf(mark, "operators") && hasOperators);
    const isFilter = begins || isOf(mark, "operators") || isOf(mark, "operator");
    if (!isFilter) hasOperators = false;
    else {
      const open = begins || (runs.length === 0 && isFilter);
      if (open) runs.push([]);
      if (begins) hasOperators = false;
      runs.at(-1)?.push(mark);
      hasOperators ||= isOf(mark, "operators") || isOf(mark, "operator");
    }
  }
  return runs;
};

/** Reads a text in which sentences and filters stand without the names of their fields. */
export const readStatements = (text: Excerpt): Statements => {
  const { before, marks } = cutAt(text, parts);
  return {
    before,
    sentences: marks.filter((mark) => isOf(mark, "validation")).flatMap(({ after }) => splitSentences(after)),
    filters: filterRuns(marks).flatMap((run) => readFilter(run) ?? []),
    gluedEnums: marks.filter((mark) => isOf(mark, "enum")).flatMap((mark) => readEnum(mark).glued ?? []),
  };
};
