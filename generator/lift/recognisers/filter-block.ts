import type { Statement } from "../statement.js";
import type { Token } from "../text/token.js";
import type { Sentence } from "../text/sentences.js";

/** A block that lists the operators of a filter, sentence by sentence. */
export interface FilterBlock {
  readonly statement: Statement;
  /** The first and the last of its sentences. */
  readonly first: Sentence;
  readonly last: Sentence;
}

const spoken = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(" ");

const operatorLine = /^Operator : (\S{1,40}) , Supports negation \( via ! ?\) ?: (True|False)\b[ .]*$/i;
const negationLine = /^Filter can be negated by adding a ! to the end of the parameter name\b[ .]*$/i;

/**
 * "Filter can be negated by adding a ! to the end of the parameter name. Additional operators: Operator: in, Supports negation
 * (via !): True": the operators of the described parameter, and which of them can be negated. Each of the sentences alone says
 * something of the whole, so they are read together.
 */
export const filterBlock = {
  name: "filter-block",
  read: (sentences: readonly Sentence[], field: string): FilterBlock | undefined => {
    const lines = sentences.map((sentence) => ({ sentence, text: spoken(sentence.tokens).replace(/([()!:])/g, " $1 ").replace(/ {2,}/g, " ").trim() }));
    const operators = lines.flatMap(({ sentence, text }) => {
      const [, operator, negatable] = operatorLine.exec(text.replace(/^Additional operators : /i, "")) ?? [];
      return operator === undefined ? [] : [{ operator, negatable: negatable?.toLowerCase() === "true", sentence }];
    });
    const negation = lines.find(({ text }) => negationLine.test(text));
    const [first, last] = [negation?.sentence ?? operators[0]?.sentence, operators.at(-1)?.sentence ?? negation?.sentence];
    if (first === undefined || last === undefined) return undefined;
    const distinct = operators.filter(({ operator }, index) => operators.findIndex((other) => other.operator === operator) === index);
    const negatable = distinct.filter((one) => one.negatable).map(({ operator }) => operator);
    // where the sentence on negation is missing, only operators are negated
    const all = negation !== undefined && negatable.length === distinct.length;
    return { statement: { kind: "filter", field, operators: distinct.map(({ operator }) => operator), negatable: all ? true : negatable.length === 0 && negation === undefined ? false : negatable }, first, last };
  },
} as const;
