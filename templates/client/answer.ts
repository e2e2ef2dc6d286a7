import type { Issue } from "../issue.js";
import { type AnyClient, ApiClient } from "./client.js";
import { type ErrorContext, ValidationError } from "./errors.js";
import type { Answer } from "./exchange.js";
import type { AnswerTable, CallInput, OperationTable } from "./operation-table.js";
import type { Content } from "./read-body.js";

/** What is known of the answer with this status. */
export const answerTable = ({ answers }: OperationTable, status: number): AnswerTable | undefined =>
  answers?.[status] ?? answers?.[`${Math.floor(status / 100)}XX`] ?? answers?.["default"];

/** Tells of an answer that is not what the description says, where that is no error. */
export const warn = (client: AnyClient, { id }: OperationTable, status: number, issues: readonly Issue[]): void => {
  const { onWarning } = ApiClient.stateOf(client);
  if (onWarning === undefined) console.warn(`${id}: the answer is not what the description says`, issues);
  else onWarning({ operation: id, status, issues });
};

/** An answer as the program sees it, and as it stood on the wire. */
export interface CheckedAnswer extends Answer<unknown> {
  readonly content: Content;
}

/** The answer as the program sees it, looked at as strictly as it asks for. Throws a ValidationError. */
export const checked = (client: AnyClient, table: OperationTable, input: CallInput, answer: Answer<Content>, context: ErrorContext): CheckedAnswer => {
  const known = answerTable(table, answer.status);
  const { value, text } = answer.value;
  const mode = input.validate ?? ApiClient.stateOf(client).validate ?? "off";
  const broken = mode === "off" ? undefined : known?.validate?.(value).issues;
  if (broken !== undefined && mode === "strict") throw new ValidationError("response", broken, context);
  const decoded = known?.wire?.decode(value, ApiClient.stateOf(client).representation, text) ?? { value, issues: [] };
  // without a look at the rest, a moment that is none would be the one thing that is not what its type says
  const issues = broken ?? decoded.issues;
  if (issues.length > 0 && mode === "strict") throw new ValidationError("response", issues, context);
  if (issues.length > 0) warn(client, table, answer.status, issues);
  return { ...answer, value: decoded.value, content: answer.value };
};
