import type { IncomingHttpHeaders } from "node:http";

/** The three ways to sign in that the description offers. Which of them the real service takes is not documented. */
export type SignIn = "bearer" | "basic" | "session";

/** What the server takes. */
export interface TaxfilingCredentials {
  readonly bearer: string;
  readonly basic: { readonly username: string; readonly password: string };
  readonly session: string;
}

/** Someone who may register accounts. The password has a colon and is not ASCII, which Basic has to survive. */
export const taxfilingCredentials: TaxfilingCredentials = {
  bearer: "bearer-token-1",
  basic: { username: "admin", password: "pass:wörd-2" },
  session: "session-3",
};

/** Someone who is known but lacks the role: 403. */
export const taxfilingStranger: TaxfilingCredentials = {
  bearer: "stranger-token-1",
  basic: { username: "stranger", password: "stranger-2" },
  session: "stranger-session-3",
};

/** `a=1; ss-id=x` ~> `x` */
const cookieOf = (header: string | undefined, name: string): string | undefined =>
  (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const basicOf = (username: string, password: string): string => Buffer.from(`${username}:${password}`, "utf8").toString("base64");

const isKnown = (headers: IncomingHttpHeaders, credentials: TaxfilingCredentials, ways: readonly SignIn[]): boolean => {
  const [scheme = "", value = ""] = (headers.authorization ?? "").split(" ");
  const { bearer, basic, session } = credentials;
  const passes: Readonly<Record<SignIn, boolean>> = {
    bearer: scheme.toLowerCase() === "bearer" && value === bearer,
    basic: scheme.toLowerCase() === "basic" && value === basicOf(basic.username, basic.password),
    session: cookieOf(headers.cookie, "ss-id") === session,
  };
  return ways.some((way) => passes[way]);
};

/** 200 for someone who may, 403 for someone who is only known, 401 for everyone else. */
export const authenticate = (headers: IncomingHttpHeaders, accepted: TaxfilingCredentials, ways: readonly SignIn[]): 200 | 401 | 403 => {
  if (isKnown(headers, accepted, ways)) return 200;
  return isKnown(headers, taxfilingStranger, ways) ? 403 : 401;
};
