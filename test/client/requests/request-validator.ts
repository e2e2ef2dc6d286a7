import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { middleware } from "express-openapi-validator";
import { rawRequest } from "../../server/support/raw-request.js";
import { isLuhn } from "../../server/pigello/luhn.js";
import { parseMsDate } from "../../server/taxfiling/ms-date.js";
import { type ExpandedDescription, operationsOf } from "./expanded-description.js";
import { wireProblems } from "./wire-problems.js";

/** A request as it stood on the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** What the description says of a request. */
export interface Verdict {
  /** Empty where it is fine. */
  readonly problems: readonly string[];
  readonly operation: string | undefined;
  /** The query as the validator read it, by names. */
  readonly query: Readonly<Record<string, unknown>>;
}

export interface RequestValidator {
  readonly judge: (request: WireRequest) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

/** `a=1; b=2`, which the validator looks for credentials in. */
const cookies: RequestHandler = (request, _, next) => {
  const pairs = (request.headers.cookie ?? "").split("; ").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
  Object.assign(request, { cookies: Object.fromEntries(pairs) as object });
  next();
};

/** The validator takes a body for optional only where that is written, although it is so where nothing is. */
const withDefaults = (description: ExpandedDescription): ExpandedDescription => {
  const copy = structuredClone(description);
  for (const { requestBody } of operationsOf(copy)) if (requestBody !== undefined && requestBody.$ref === undefined) requestBody.required ??= false;
  return copy;
};

const accepted: RequestHandler = (request, response) => {
  const { openapi, query } = request as unknown as { readonly openapi?: { readonly schema?: { readonly operationId?: string } }; readonly query: object };
  response.json({ operation: openapi?.schema?.operationId, query });
};

const refused: ErrorRequestHandler = (error: { readonly status?: number; readonly message: string }, _request, response, _next) => {
  response.status(error.status ?? 500).json({ problem: `${error.status ?? 500} ${error.message}` });
};

const appOf = (description: ExpandedDescription) =>
  express()
    .use(express.json({ limit: "50mb", strict: false }), cookies)
    .use(
      middleware({
        apiSpec: withDefaults(description) as never,
        validateRequests: { allowUnknownQueryParameters: false },
        validateResponses: false,
        ajvFormats: { mode: "full" },
        formats: { luhn: { type: "string", validate: isLuhn }, "ms-date": { type: "string", validate: (text: string) => parseMsDate(text) !== undefined } },
      }),
    )
    .use(accepted, refused);

const headersOf = ({ rawHeaders }: WireRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""] as const] : [])));

/** Judges requests by a description that is plain OpenAPI; nothing of the generator or its packages takes part. */
export const startRequestValidator = async (description: ExpandedDescription): Promise<RequestValidator> => {
  const server = createServer(appOf(description));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const judge = async (request: WireRequest): Promise<Verdict> => {
    const { host: _host, connection: _connection, ...headers } = headersOf(request);
    const { text } = await rawRequest(origin, request.url, { method: request.method, headers, body: request.body });
    const { problem, operation, query = {} } = JSON.parse(text) as Partial<Verdict> & { readonly problem?: string };
    return { problems: [...(problem === undefined ? [] : [problem]), ...wireProblems(request)], operation, query };
  };
  const close = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));
  return { judge, close };
};
