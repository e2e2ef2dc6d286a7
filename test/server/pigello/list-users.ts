import { type Answer, jsonAnswer, linesAnswer, textAnswer } from "../http/answer.js";
import { type ListQuery, readListQuery } from "./list-query.js";
import { listStatement, type Statement } from "./list-statement.js";
import type { PigelloState } from "./pigello-state.js";
import { readBody, slimBody } from "./read-body.js";

const countOf = ({ table }: PigelloState, { sql, params }: Statement): number =>
  table.numbers(`SELECT count(*) FROM (${sql})`, params)[0] ?? 0;

/** Which page is answered instead of the one that was asked for, or undefined where there is no such page. */
const answeredPage = (state: PigelloState, statement: Statement, number: number, size: number): number | undefined => {
  const { pages } = state.behaviour;
  if (pages === "empty") return number;
  if (pages === "ignored") return 1;
  const last = Math.max(1, Math.ceil(countOf(state, statement) / size));
  if (number <= last) return number;
  return pages === "repeat-last" ? last : undefined;
};

/** The numbers of the rows that are answered, or undefined where there is no such page. */
const numbersOf = (state: PigelloState, query: ListQuery): readonly number[] | undefined => {
  const statement = listStatement(query);
  const { sql, params } = statement;
  if (query.page === undefined) return state.table.numbers(sql, params);
  const size = Math.min(query.page.size, state.behaviour.maxPageSize);
  const page = answeredPage(state, statement, query.page.number, size);
  return page === undefined ? undefined : state.table.numbers(`${sql} LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]);
};

const freshText = (state: PigelloState, number: number, slim: boolean): string | undefined => {
  const user = state.table.byNumber(number);
  if (user === undefined) return undefined;
  const body = readBody(user, state.files);
  return JSON.stringify(slim ? slimBody(body) : body);
};

const textOf = (state: PigelloState, number: number, slim: boolean): string | undefined => {
  const kept = slim ? undefined : state.texts.get(number);
  const text = kept ?? freshText(state, number, slim);
  if (!slim && text !== undefined && state.behaviour.keepTexts) state.texts.set(number, text);
  return text;
};

/** The rows are read one by one, while they are sent; a row that was deleted meanwhile is left out. */
function* textsOf(state: PigelloState, numbers: readonly number[], slim: boolean): Generator<string> {
  for (const number of numbers) {
    const text = textOf(state, number, slim);
    if (text !== undefined) yield text;
  }
}

/** The rows that match a raw query: an array, or JSON Lines. An envelope is not documented. */
export const listUsers = (state: PigelloState, rawQuery: string): Answer => {
  const { query, errors } = readListQuery(rawQuery, state.behaviour.lists);
  // the form of the errors is inferred: Django REST framework's
  if (query === undefined) return jsonAnswer(400, errors);
  const numbers = numbersOf(state, query);
  if (numbers === undefined) return jsonAnswer(404, { detail: "Invalid page." });
  const texts = textsOf(state, numbers, query.slim);
  return query.jsonLines ? linesAnswer(texts, "application/x-ndjson") : textAnswer(200, `[${[...texts].join(",")}]`, "application/json");
};
