import { type Answer, linesAnswer, textAnswer } from "./http/answer.js";
import { acceptedTypes, mediaTypeOf } from "./http/media-type.js";
import { type HandledRequest, type Origin, type OriginOptions, startOrigin } from "./http/origin.js";
import { openDatabase, type SqlRow, type SqlValue } from "./sql/database.js";
import type { Account } from "./taxfiling/account-fields.js";
import { type AccountTable, createAccountTable } from "./taxfiling/account-table.js";
import { authenticate, type SignIn, taxfilingCredentials, type TaxfilingCredentials } from "./taxfiling/authenticate.js";
import { type AccountResult, registerAccounts } from "./taxfiling/register-accounts.js";
import type { ResponseStatus } from "./taxfiling/response-status.js";
import { writeServiceStackJson } from "./taxfiling/servicestack-json.js";

/** All of them have defaults. */
export interface TaxfilingServerOptions extends Pick<OriginOptions, "cors" | "keepAlive" | "log"> {
  /** How an answer in JSON Lines looks: one result per line (ServiceStack's own, the default), or the array of the documented sample. */
  readonly jsonl?: "lines" | "array";
  /** `reversed` proves that results are found by their `index` and not by their position. */
  readonly order?: "given" | "reversed";
  /** Which ways to sign in are enabled; all unless told. */
  readonly signIn?: readonly SignIn[];
  readonly credentials?: TaxfilingCredentials;
}

/** A running server with the operations of `spec/taxfiling-accounts.yaml`. */
export interface TaxfilingServer extends Origin {
  /** Where redirects to another origin lead: the same table, no credentials asked, and a log of what was sent along. */
  readonly other: Origin;
  /** The registered accounts, dates as `{ ms, kind }`, in order. */
  readonly rows: () => readonly Account[];
  /** Asks the table `account` directly. */
  readonly sql: (sql: string, params?: readonly SqlValue[]) => readonly SqlRow[];
  /** From now on these credentials are the right ones. */
  readonly accept: (credentials: TaxfilingCredentials) => void;
}

const statusBody = (responseStatus: ResponseStatus): string => writeServiceStackJson({ responseStatus });

const failure = (status: number, responseStatus: ResponseStatus, headers = {}): Answer =>
  textAnswer(status, statusBody(responseStatus), "application/json; charset=utf-8", headers);

const routes: readonly string[] = ["/sync/accounts/batch", "/async/accounts/batch"];

const requestTypes: readonly string[] = ["application/json", "text/jsonl"];

/** The value of the body, or undefined where it is not JSON, or, as JSON Lines, more than one line. */
const valueOf = ({ headers, body }: HandledRequest): unknown => {
  const text = body.toString("utf8");
  if (mediaTypeOf(headers["content-type"]) === "text/jsonl" && text.trimEnd().includes("\n")) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const answerOf = (results: readonly AccountResult[], accept: string | undefined, jsonl: "lines" | "array"): Answer => {
  const wanted = acceptedTypes(accept).find((type) => type === "text/jsonl" || type === "application/json" || type === "*/*");
  if (wanted === "text/jsonl" && jsonl === "lines") return linesAnswer(results.map(writeServiceStackJson), "text/jsonl; charset=utf-8");
  const type = wanted === "text/jsonl" ? "text/jsonl" : "application/json";
  return textAnswer(200, writeServiceStackJson(results), `${type}; charset=utf-8`);
};

/** Answers a request that may pass. */
const route = (table: AccountTable, request: HandledRequest, { jsonl = "lines", order = "given" }: TaxfilingServerOptions): Answer => {
  const type = mediaTypeOf(request.headers["content-type"]);
  if (!routes.includes(request.path)) return failure(404, { errorCode: "NotFound", message: "Handler for request not found" });
  if (request.method !== "POST") return failure(405, { errorCode: "NotImplementedException", message: "The operation does not exist" });
  if (!requestTypes.includes(type)) return failure(400, { errorCode: "SerializationException", message: `Cannot read ${type}` });
  const value = valueOf(request);
  if (value === undefined) return failure(400, { errorCode: "SerializationException", message: "Unable to read the body" });
  const { results, status } = registerAccounts(table, value);
  if (results === undefined) return failure(400, status);
  return answerOf(order === "reversed" ? results.toReversed() : results, request.headers.accept, jsonl);
};

const refused = (status: 200 | 401 | 403): Answer | undefined => {
  if (status === 401) return failure(401, { errorCode: "Unauthorized", message: "Not Authenticated" }, { "WWW-Authenticate": "Bearer" });
  return status === 403 ? failure(403, { errorCode: "Forbidden", message: "Invalid Role" }) : undefined;
};

const errorBody = (status: number): string => statusBody({ errorCode: `Fault${status}`, message: `Fault ${status}.` });

/** Starts the API and a second origin for redirects, each on a port of its own. */
export const startTaxfilingServer = async (options: TaxfilingServerOptions = {}): Promise<TaxfilingServer> => {
  const { cors, keepAlive, log, signIn = ["bearer", "basic", "session"] } = options;
  let accepted = options.credentials ?? taxfilingCredentials;
  const database = await openDatabase();
  const table = createAccountTable(database);
  const other = await startOrigin({ cors, keepAlive, log, errorBody, handle: (request) => route(table, request, options) });
  const origin = await startOrigin({
    cors,
    keepAlive,
    log,
    errorBody,
    otherUrl: other.url,
    handle: (request) => refused(authenticate(request.headers, accepted, signIn)) ?? route(table, request, options),
  });
  return {
    ...origin,
    other,
    rows: table.all,
    sql: database.all,
    accept: (credentials) => {
      accepted = credentials;
    },
    close: async () => {
      await Promise.all([origin.close(), other.close()]);
      database.close();
    },
  };
};
