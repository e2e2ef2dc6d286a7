/** Where the value of a security scheme stands in a request. */
export interface SchemeTable {
  readonly kind: "header" | "query" | "cookie" | "bearer" | "basic" | "authorization" | "none";
  /** Of the header, the parameter or the cookie. */
  readonly name?: string;
}

/** The schemes of a package, by their names in camel case. */
export type SchemeTables = Readonly<Record<string, SchemeTable>>;

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** What the schemes of one requirement add to a request. */
export interface Credit {
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly string[];
  readonly cookies: readonly string[];
  /** The texts that must never be told. */
  readonly secrets: readonly string[];
}

/** A header takes visible characters of Latin-1 and blanks; the platform's own message would quote the value. */
const isHeaderValue = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const one = (key: string, { kind, name = "" }: SchemeTable, value: unknown): Partial<Credit> => {
  if (kind === "none") return {};
  if (kind === "basic") {
    const { username = "", password = "" } = (value ?? {}) as Partial<BasicCredential>;
    const text = base64(`${username}:${password}`);
    return { headers: [["authorization", `Basic ${text}`]], secrets: [text, password] };
  }
  if (typeof value !== "string") throw new TypeError(`the credential ${key} must be a string`);
  if (kind === "query") return { query: [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`], secrets: [value, encodeURIComponent(value)] };
  if (!isHeaderValue(value)) throw new TypeError(`the credential ${key} has a character that no header takes`);
  if (kind === "cookie" && value.includes(";")) throw new TypeError(`the credential ${key} has a semicolon, which would begin another cookie`);
  if (kind === "cookie") return { cookies: [`${name}=${value}`], secrets: [value] };
  if (kind === "header") return { headers: [[name, value]], secrets: [value] };
  return { headers: [["authorization", kind === "bearer" ? `Bearer ${value}` : value]], secrets: [value] };
};

const isGiven = (credentials: Readonly<Record<string, unknown>>, key: string): boolean =>
  Object.hasOwn(credentials, key) && credentials[key] !== undefined;

const made = (
  requirements: readonly (readonly string[])[],
  schemes: SchemeTables,
  credentials: Readonly<Record<string, unknown>>,
): Credit => {
  const met = requirements.find((keys) => keys.every((key) => schemes[key]?.kind === "none" || isGiven(credentials, key)));
  if (met === undefined && requirements.length > 0) {
    const wanted = requirements.map((keys) => keys.join(" and ")).join(", or ");
    throw new TypeError(`the operation asks for the credentials ${wanted}`);
  }
  const parts = (met ?? []).flatMap((key) => {
    const table = schemes[key];
    return table === undefined ? [] : [one(key, table, credentials[key])];
  });
  return {
    headers: parts.flatMap(({ headers = [] }) => headers),
    query: parts.flatMap(({ query = [] }) => query),
    cookies: parts.flatMap(({ cookies = [] }) => cookies),
    secrets: parts.flatMap(({ secrets = [] }) => secrets).filter((text) => text !== ""),
  };
};

/** What was made of credentials, for as long as they are the same. */
interface Kept {
  readonly values: readonly unknown[];
  readonly credit: Credit;
}

/** By the requirements of an operation. */
export type CreditStore = WeakMap<readonly (readonly string[])[], Kept>;

const isSame = (left: readonly unknown[], right: readonly unknown[]): boolean => left.length === right.length && left.every((value, index) => value === right[index]);

/** Objects, such as those of basic authentication, may change inside. */
const canBeKept = (values: readonly unknown[]): boolean => values.every((value) => typeof value !== "object");

/** The first requirement that the credentials meet. Throws a TypeError where they meet none, which names what is missing. */
export const creditOf = (
  requirements: readonly (readonly string[])[],
  schemes: SchemeTables,
  credentials: Readonly<Record<string, unknown>>,
  store: CreditStore,
): Credit => {
  const values = requirements.flatMap((keys) => keys.map((key) => (Object.hasOwn(credentials, key) ? credentials[key] : undefined)));
  const kept = store.get(requirements);
  if (kept !== undefined && isSame(kept.values, values)) return kept.credit;
  const credit = made(requirements, schemes, credentials);
  if (canBeKept(values)) store.set(requirements, { values, credit });
  return credit;
};

export const hidden = "[secret]";

/** The text without any of the secrets. The longest go first: one may be a part of another. */
export const redact = (text: string, secrets: readonly string[]): string =>
  [...secrets].sort((left, right) => right.length - left.length).reduce((all, secret) => all.replaceAll(secret, hidden), text);

const telling = /authorization|cookie|secret|token|password|api-?key/i;

/** Headers for a log: what the credentials set, and what is named like a secret, is hidden. */
export const shownHeaders = (headers: Headers, credit: Credit): Headers => {
  const names = new Set(credit.headers.map(([name]) => name.toLowerCase()));
  const shown = new Headers();
  for (const [name, value] of headers) shown.set(name, names.has(name) || telling.test(name) ? hidden : redact(value, credit.secrets));
  return shown;
};
