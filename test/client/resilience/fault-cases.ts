import type { Fault } from "../../server/http/faults.js";
import type { Kind, OperationCase } from "./operations.js";

/** What the caller is told, and how many requests that took. */
export type Expected = readonly [outcome: string, requests: number];

export interface FaultCase {
  readonly name: string;
  readonly fault: (operation: OperationCase) => Fault;
  readonly expected: (operation: OperationCase) => Expected;
}

type Row = Readonly<Record<Kind, Expected>>;

/** What an operation answers differently. */
type Exceptions = Readonly<Record<string, Expected>>;

const row = (name: string, fault: Fault | ((operation: OperationCase) => Fault), kinds: Row, exceptions: Exceptions = {}): FaultCase => ({
  name,
  fault: typeof fault === "function" ? fault : () => fault,
  expected: (operation) => exceptions[operation.name] ?? kinds[operation.kind],
});

/** Nothing is wrong after all. */
const fine: Row = { repeated: ["fine", 1], stream: ["fine", 1], once: ["fine", 1], bulk: ["written", 1] };

/** Nobody knows whether it was carried out: sent again only where that does no harm. */
const lost = (error: string): Row => ({ repeated: ["fine", 2], stream: ["fine", 2], once: [error, 1], bulk: [`unknown, maybe applied: ${error}`, 1] });

/** Surely not carried out: a bulk write goes on as well. */
const refusedForNow = (error: string): Row => ({ ...lost(error), bulk: ["written", 2] });

/** Another attempt would bring nothing. */
const refused = (error: string): Row => ({ repeated: [error, 1], stream: [error, 1], once: [error, 1], bulk: [`BulkError: ${error}`, 1] });

/** A DELETE that was carried out finds nothing the second time. */
const gone: Exceptions = { deleteOrganizationuser: ["ApiError 404", 2] };

/** There is nothing to halve. */
const noBody: Exceptions = { deleteOrganizationuser: ["fine", 1] };

/** Not what the description says: the client is strict. */
const notValid: Row = {
  repeated: ["ValidationError", 1],
  stream: ["ValidationError", 1],
  once: ["ValidationError", 1],
  bulk: ["unknown, maybe applied: ValidationError", 1],
};

/** What never ends by itself: the time of the attempt does it, and there is but one. */
export const silent: readonly FaultCase[] = (["hang", "stall"] as const).map((kind) =>
  row(kind, { kind }, { repeated: ["TimeoutError", 1], stream: ["TimeoutError", 1], once: ["TimeoutError", 1], bulk: ["unknown, maybe applied: TimeoutError", 1] }),
);

const past = "Sun, 06 Nov 1994 08:49:37 GMT";

/** Every kind of fault, once, and what becomes of each kind of operation then. */
export const faultCases: readonly FaultCase[] = [
  ...["0", past].map((retryAfter) => row(`429, Retry-After: ${retryAfter}`, { status: 429, retryAfter }, refusedForNow("ApiError 429"))),
  row("429 without Retry-After", { status: 429 }, refusedForNow("ApiError 429")),
  ...[500, 502, 503, 504].map((status) => row(`${status}`, { status }, lost(`ApiError ${status}`))),
  ...["0", past].map((retryAfter) => row(`503, Retry-After: ${retryAfter}`, { status: 503, retryAfter }, lost("ApiError 503"))),
  row("503 after it was carried out", { status: 503, applied: true }, lost("ApiError 503"), gone),
  ...[401, 403, 404, 405, 410, 415].map((status) => row(`${status}`, { status }, refused(`ApiError ${status}`))),
  row("401 with Retry-After", { status: 401, retryAfter: "0" }, refused("ApiError 401")),
  // for its items, alone and together: the server says no more
  ...[400, 409, 413, 422].map((status) => row(`${status}`, { status }, { ...refused(`ApiError ${status}`), bulk: ["written", 3] })),
  row("408", { status: 408 }, { ...refused("ApiError 408"), bulk: ["unknown, no applied: ApiError 408", 1] }),
  row("slow", { kind: "slow", delayMs: 1, chunkBytes: 400 }, fine),
  row("gzip", { kind: "gzip" }, fine),
  ...([307, 308] as const).map((status) => row(`${status} within the origin`, { kind: "redirect", status, to: "same" }, { ...fine, repeated: ["fine", 2], stream: ["fine", 2], once: ["fine", 2], bulk: ["written", 2] })),
  row("307 to another origin", { kind: "redirect", status: 307, to: "other" }, { ...fine, once: ["NetworkError", 1], bulk: ["unknown, maybe applied: NetworkError", 1] }),
  row("reset", { kind: "reset" }, lost("NetworkError")),
  row("carried out, then a reset", { kind: "applyThenDie" }, lost("NetworkError"), gone),
  row("a page of a proxy, 502", { kind: "html" }, lost("ApiError 502")),
  row("a page of a proxy for a success", ({ status }) => ({ kind: "html", status: status === 204 ? 200 : status }), notValid, { deleteOrganizationuser: ["fine", 1], inviteOrganizationuser: ["fine", 1] }),
  row("an empty answer", ({ status }) => ({ kind: "empty", status }), notValid, {
    ...{ deleteOrganizationuser: ["fine", 1], inviteOrganizationuser: ["fine", 1] },
    ...{ paginateOrganizationusers: ["ValidationError", 1], streamOrganizationusers: ["NetworkError", 1] },
  }),
  row("half, then a reset", { kind: "half" }, { ...lost("NetworkError"), stream: ["NetworkError", 1] }),
  row("half, then an orderly end", ({ kind }) => ({ kind: "truncate", afterLines: kind === "stream" ? 2 : 0 }), { ...lost("NetworkError"), stream: ["ValidationError", 1] }, noBody),
  row("half of a line", { kind: "brokenLine", line: 1 }, { ...lost("NetworkError"), stream: ["ValidationError", 1] }, noBody),
  row("broken JSON", ({ status }) => ({ kind: "invalidJson", status: status === 204 ? 200 : status }), { ...lost("NetworkError"), stream: ["NetworkError", 1] }),
];
