import type { Fetch } from "./client.js";
import { type ErrorContext, NetworkError } from "./errors.js";
import type { Credit } from "./secrets.js";

const statuses = new Set([301, 302, 303, 307, 308]);

/** As many as browsers follow. */
const most = 20;

/** After these, what was no GET becomes one (Fetch §4.4). */
const becomesGet = (status: number, method: string): boolean =>
  status === 303 ? method !== "GET" && method !== "HEAD" : (status === 301 || status === 302) && method === "POST";

const withoutSecrets = (headers: Headers, credit: Credit): Headers => {
  const kept = new Headers(headers);
  for (const name of ["authorization", "cookie", ...credit.headers.map(([name]) => name)]) kept.delete(name);
  return kept;
};

/** The next request. Another origin gets neither a credential nor a body. */
const nextOf = (from: URL, to: URL, status: number, init: RequestInit, credit: Credit, context: ErrorContext): RequestInit => {
  const method = init.method ?? "GET";
  const { body, ...rest } = becomesGet(status, method) ? { ...init, method: "GET", body: undefined } : init;
  const kept: RequestInit = body === undefined || body === null ? rest : { ...rest, body };
  if (from.origin === to.origin) return kept;
  if (from.protocol === "https:" && to.protocol !== "https:")
    throw new NetworkError(`the server redirects to ${to.origin}, which is not encrypted`, context);
  if (kept.body !== undefined) throw new NetworkError(`the server redirects a body to another origin, ${to.origin}`, context);
  return { ...kept, headers: withoutSecrets(new Headers(init.headers), credit) };
};

/** Credentials in the query go no further than to the origin that they are for. */
const withoutQuerySecrets = (url: URL, from: URL, credit: Credit): URL => {
  if (url.origin === from.origin) return url;
  const names = new Set(credit.query.map((pair) => decodeURIComponent(pair.slice(0, pair.indexOf("=")))));
  for (const name of names) url.searchParams.delete(name);
  return url;
};

/**
 * Fetches, and follows redirects: the platform would send headers of our own to any origin. A browser does not tell where a
 * redirect leads, so there it is an error.
 */
export const follow = async (fetch: Fetch, address: string, first: RequestInit, credit: Credit, context: ErrorContext): Promise<Response> => {
  let url = address;
  let init = first;
  for (let count = 0; ; count++) {
    const response = await fetch(url, init);
    if (response.type === "opaqueredirect") throw new NetworkError("the server redirects, and the platform does not tell where to", context);
    const location = response.headers.get("location");
    if (!statuses.has(response.status) || location === null) return response;
    await response.body?.cancel();
    if (count === most) throw new NetworkError(`the server redirects more than ${most} times`, context);
    const from = new URL(url);
    if (!URL.canParse(location, from.href)) throw new NetworkError("the server redirects to no address", context);
    const to = withoutQuerySecrets(new URL(location, from.href), from, credit);
    if (to.protocol !== "https:" && to.protocol !== "http:") throw new NetworkError("the server redirects to no web address", context);
    init = nextOf(from, to, response.status, init, credit, context);
    url = to.href;
  }
};
