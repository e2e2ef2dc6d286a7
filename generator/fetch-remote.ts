import { tooLarge, type Unread } from "./source/unread.js";

/** Milliseconds for one document, all redirects and the whole body included. */
const longest = 10_000;

const mostRedirects = 5;

const failed = (why: string): Unread => ({ code: "ref-remote-failed", why });

/** Only what a description of the network is published with; and nothing that would carry a password. */
const refusal = ({ protocol, username, password }: URL): Unread | undefined => {
  if (protocol !== "http:" && protocol !== "https:") return failed(`is read by ${protocol.slice(0, -1)}; only http and https are`);
  return username === "" && password === "" ? undefined : failed("holds a user or a password, which are not sent");
};

/** Reads no more of a body than may be kept. */
const bodyOf = async (response: Response, maxSize: number): Promise<Uint8Array | Unread> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > maxSize * 1_000_000) {
      await reader?.cancel();
      return tooLarge(undefined, maxSize);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
};

/** Where a redirect leads (RFC 9110 §15.4), if it does. */
const nextOf = (response: Response, from: URL): URL | Unread | undefined => {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = response.headers.get("location") ?? "";
  if (!URL.canParse(location, from)) return failed("redirects to nowhere");
  const to = new URL(location, from);
  if (from.protocol === "https:" && to.protocol === "http:") return failed("redirects from https to http");
  return to;
};

const follow = async (start: URL, maxSize: number, signal: AbortSignal): Promise<Uint8Array | Unread> => {
  let url = start;
  for (let left = mostRedirects; left >= 0; left -= 1) {
    const refused = refusal(url);
    if (refused !== undefined) return refused;
    const response = await fetch(url, { redirect: "manual", signal, headers: { accept: "application/yaml, application/json, */*" } });
    const next = nextOf(response, url);
    if (next === undefined && response.ok) return await bodyOf(response, maxSize);
    await response.body?.cancel();
    if (next === undefined) return failed(`answers with the status ${response.status}`);
    if (!(next instanceof URL)) return next;
    url = next;
  }
  return failed(`redirects more than ${mostRedirects} times`);
};

/** The code of the socket (`ECONNREFUSED`): messages of the network may hold what was asked for. */
const reasonOf = (error: unknown, timeout: number): string => {
  if (error instanceof Error && error.name === "TimeoutError") return `did not answer within ${timeout / 1000} seconds`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  return code === undefined ? "could not be reached" : `could not be reached (${code})`;
};

/** What a URL names, or why it could not be had. No cookies, no credentials, no other schemes than http and https. */
export const fetchRemote = async (uri: string, maxSize: number, timeout = longest): Promise<Uint8Array | Unread> => {
  if (!URL.canParse(uri)) return failed("is no URL");
  try {
    return await follow(new URL(uri), maxSize, AbortSignal.timeout(timeout));
  } catch (error) {
    return failed(reasonOf(error, timeout));
  }
};

/** Documents that one description may lead to, and how many are asked for at a time. */
const mostDocuments = 500;
const atATime = 8;

/** Fetches what is wanted; beyond the bound, that is said. */
export const fetchAll = async (
  wanted: readonly string[],
  known: ReadonlyMap<string, Uint8Array | Unread>,
  maxSize: number,
): Promise<ReadonlyMap<string, Uint8Array | Unread>> => {
  const fetched = new Map(known);
  for (let at = 0; at < wanted.length; at += atATime)
    await Promise.all(
      wanted.slice(at, at + atATime).map(async (uri) => {
        const isTooMany = fetched.size >= mostDocuments;
        fetched.set(uri, isTooMany ? failed(`is one of more than ${mostDocuments} documents`) : await fetchRemote(uri, maxSize));
      }),
    );
  return fetched;
};
