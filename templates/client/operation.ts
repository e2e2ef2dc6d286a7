import type { Issue, Result, ValidateOptions } from "../issue.js";
import { ApiClient } from "./client.js";
import { ClientError, type ErrorContext, NetworkError, ValidationError } from "./errors.js";
import { type Answer, type CallOptions, type Draft, exchange } from "./exchange.js";
import type { Outcome } from "./outcome.js";
import { headerText, type Members, optionOf, type ParameterTable, pathOf, queryPairs } from "./parameters.js";
import { bodyOf } from "./read-body.js";

/** What the platform sends as it is. */
export type RawBody = string | Blob | FormData | URLSearchParams | Uint8Array<ArrayBuffer> | ArrayBuffer;

export type Validate = (value: unknown, options?: ValidateOptions) => Result<unknown>;

/** The filters of an operation: its `where`, as a flat query and as text. */
export interface QueryTable {
  /** Validates the flat query. */
  readonly validate: Validate;
  /** The filters in a `where`, by wire name. Throws a TypeError for one that the operation lacks. */
  readonly flatten?: (where: object) => Members;
  /** Filter parameters of a flat query as encoded pairs. */
  readonly write?: (query: Members) => readonly string[];
  /** Wire names of what the options of the call name otherwise. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** All that the run time has to know of an operation. */
export interface OperationTable {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly ParameterTable[];
  readonly query?: QueryTable;
  /** Without a validator the body is sent as it is: it is no JSON. */
  readonly body?: { readonly mediaType: string; readonly required: boolean; readonly json?: true; readonly validate?: Validate };
  /** What answers are asked for: `application/json`. */
  readonly accept?: string;
  /** Validators of answers by status: `200`, `2XX`, `default`. */
  readonly answers?: Readonly<Record<string, Validate>>;
  readonly security: readonly (readonly string[])[];
}

/** The options of a call as the run time sees them; each operation types its own. */
export interface CallInput extends CallOptions {
  readonly where?: object;
  readonly query?: object;
  readonly body?: unknown;
}

export const contextOf = (client: ApiClient, table: OperationTable, path: string): ErrorContext => ({
  operation: table.id,
  method: table.method,
  url: `${client.baseUrl}${path}`,
});

const issuesOf = (error: unknown, key: string): readonly Issue[] => {
  // a filter that the operation lacks, or a value that it does not take
  if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
  return [{ code: "type", path: [key], message: error.message }];
};

const valueOf = (input: CallInput, key: string): unknown => (Object.hasOwn(input, key) ? (input as Members)[key] : undefined);

/** The flat query of a call, by wire names; issues where a filter cannot be one. */
const flatQuery = (table: QueryTable, input: CallInput): Result<Members> => {
  const renamed = Object.entries(table.renamed ?? {}).flatMap(([option, name]) => {
    const value = valueOf(input, option);
    return value === undefined ? [] : [[name, value] as const];
  });
  try {
    const where = input.where === undefined ? {} : (table.flatten?.(input.where) ?? {});
    return { value: { ...where, ...input.query, ...Object.fromEntries(renamed) } };
  } catch (error) {
    return { issues: issuesOf(error, "where") };
  }
};

const pathOrIssues = (table: OperationTable, input: CallInput): Result<string> => {
  const tables = table.parameters ?? [];
  const missing = tables.filter((one) => one.in === "path" && (valueOf(input, optionOf(one)) ?? undefined) === undefined);
  if (missing.length > 0) return { issues: missing.map((one) => ({ code: "required", path: [optionOf(one)], message: "is required" })) };
  try {
    return { value: pathOf(table.path, tables, input as Members) };
  } catch (error) {
    return { issues: issuesOf(error, "path") };
  }
};

const inBody = ({ path, ...issue }: Issue): Issue => ({ ...issue, path: ["body", ...path] });

const bodyIssues = ({ body }: OperationTable, input: CallInput): readonly Issue[] => {
  if (body === undefined) return [];
  if (input.body === undefined) return body.required ? [{ code: "required", path: ["body"], message: "is required" }] : [];
  return body.validate?.(input.body).issues?.map(inBody) ?? [];
};

const pairsOf = (table: OperationTable, query: Members): readonly string[] => {
  const others = (table.parameters ?? []).filter((one) => one.in === "query");
  const names = new Set(others.map(({ name }) => name));
  const filters = Object.fromEntries(Object.entries(query).filter(([name, value]) => !names.has(name) && value !== undefined));
  return [...(table.query?.write?.(filters) ?? []), ...others.flatMap((one) => queryPairs(one, query[one.name]))];
};

/** The request of a call. Throws a ValidationError for what breaks the description, all of it at once. */
export const draftOf = (client: ApiClient, table: OperationTable, input: CallInput): Draft => {
  const path = pathOrIssues(table, input);
  const flat = table.query === undefined ? { value: {} as Members } : flatQuery(table.query, input);
  const query = flat.issues === undefined ? (table.query?.validate(flat.value).issues ?? []) : flat.issues;
  const issues = [...(path.issues ?? []), ...query, ...bodyIssues(table, input)];
  const context = contextOf(client, table, path.issues === undefined ? path.value : table.path);
  if (issues.length > 0) throw new ValidationError("request", issues, context);
  const tables = table.parameters ?? [];
  const given = (place: string): readonly (readonly [string, string])[] =>
    tables.flatMap((one) => {
      const value = one.in === place ? valueOf(input, optionOf(one)) : undefined;
      return value === undefined || value === null ? [] : [[one.name, headerText(one, value)] as const];
    });
  const hasBody = table.body !== undefined && input.body !== undefined;
  return {
    context,
    query: pairsOf(table, flat.issues === undefined ? flat.value : {}),
    cookies: given("cookie").map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
    headers: [
      ...(table.accept === undefined ? [] : [["accept", table.accept] as const]),
      ...(hasBody ? [["content-type", table.body.mediaType] as const] : []),
      ...given("header"),
    ],
    ...(hasBody ? { body: table.body.json === true ? JSON.stringify(input.body) : (input.body as RawBody) } : {}),
    security: table.security,
  };
};

const validatorOf = ({ answers }: OperationTable, status: number): Validate | undefined =>
  answers?.[status] ?? answers?.[`${Math.floor(status / 100)}XX`] ?? answers?.["default"];

const checkAnswer = (client: ApiClient, table: OperationTable, input: CallInput, answer: Answer<unknown>, context: ErrorContext): void => {
  const state = ApiClient.stateOf(client);
  const mode = input.validate ?? state.validate ?? "off";
  const validate = mode === "off" ? undefined : validatorOf(table, answer.status);
  const issues = validate?.(answer.value).issues;
  if (issues === undefined) return;
  if (mode === "strict") throw new ValidationError("response", issues, context);
  const warning = { operation: table.id, status: answer.status, issues };
  if (state.onWarning !== undefined) state.onWarning(warning);
  else console.warn(`${table.id}: the answer is not what the description says`, issues);
};

const parsed = async (response: Response, context: ErrorContext): Promise<unknown> => {
  try {
    return await bodyOf(response);
  } catch (error) {
    // what the engine says of broken JSON would quote it
    throw error instanceof SyntaxError ? new NetworkError("the answer is not valid JSON", context) : error;
  }
};

/** Sends a draft and gives its answer. */
export const send = async (client: ApiClient, table: OperationTable, input: CallInput, draft: Draft): Promise<Answer<unknown>> => {
  const answer = await exchange(client, draft, input, (response) => parsed(response, draft.context));
  checkAnswer(client, table, input, answer, draft.context);
  return answer;
};

/** One request and its answer. Rejects with a ClientError, or with a TypeError for wrong use of the client. */
export const call = async (client: ApiClient, table: OperationTable, input: CallInput = {}): Promise<Answer<unknown>> =>
  send(client, table, input, draftOf(client, table, input));

/** Options may be left out where none is required. */
export type Rest<Options> = object extends Options ? [options?: Options] : [options: Options];

/** A function that calls an operation, and one that gives its error instead of throwing it. */
export interface Operation<Options, Value, Failure extends ClientError = ClientError> {
  (client: ApiClient, ...options: Rest<Options>): Promise<Value>;
  readonly safe: (client: ApiClient, ...options: Rest<Options>) => Promise<Outcome<Value, Failure>>;
}

/** `run` with its `.safe` form. */
export const withSafe = <Args extends readonly unknown[], Value>(
  run: (...args: Args) => Promise<Answer<Value>>,
): ((...args: Args) => Promise<Value>) & { safe: (...args: Args) => Promise<Outcome<Value>> } =>
  Object.assign(async (...args: Args) => (await run(...args)).value, {
    safe: async (...args: Args): Promise<Outcome<Value>> => {
      try {
        return { ok: true, ...(await run(...args)) };
      } catch (error) {
        if (error instanceof ClientError) return { ok: false, error };
        throw error;
      }
    },
  });

/** The function of an operation; its types are said where it is made. */
export const createOperation = <Options, Value, Failure extends ClientError = ClientError>(
  table: OperationTable,
): Operation<Options, Value, Failure> =>
  withSafe((client: ApiClient, options?: unknown) => call(client, table, options as CallInput)) as unknown as Operation<Options, Value, Failure>;
