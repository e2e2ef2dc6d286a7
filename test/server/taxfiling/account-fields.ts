import { type MsDate, minValue, parseMsDate } from "./ms-date.js";

/** The types of .NET that occur in an account. */
export type AccountKind = "int" | "string" | "DateTime" | "DateTime?" | "List<string>" | "Dictionary<string,string>";

/** One property of an account. */
export interface AccountField {
  readonly name: string;
  readonly kind: AccountKind;
  /** A reference that has to be there; numbers that are missing are 0 in .NET. */
  readonly required: boolean;
}

const named = (kind: AccountKind, names: readonly string[], required = false): readonly AccountField[] =>
  names.map((name) => ({ name, kind, required }));

/** The 39 documented properties in their order. */
export const accountFields: readonly AccountField[] = [
  // refId is printed as nullable and yet required; the generated data transfer object has a plain number
  ...named("int", ["id", "index", "refId"]),
  ...named("string", ["refIdStr"]),
  ...named("string", ["userName"], true),
  ...named("string", ["email", "displayName", "firstName", "lastName", "fullName", "gender", "language", "company"]),
  ...named("string", ["profileUrl"], true),
  ...named("List<string>", ["roles", "permissions"], true),
  ...named("string", ["primaryEmail", "salt", "passwordHash", "digestHa1Hash"]),
  ...named("int", ["invalidLoginAttempts"]),
  ...named("DateTime?", ["lastLoginAttempt", "lockedDate"]),
  ...named("DateTime", ["createdDate", "modifiedDate"]),
  ...named("string", ["phoneNumber"]),
  ...named("DateTime?", ["birthDate"]),
  ...named("string", ["birthDateRaw", "address", "address2", "city", "state", "country", "culture", "mailAddress"]),
  ...named("string", ["nickname", "postalCode", "timeZone"]),
  ...named("Dictionary<string,string>", ["meta"]),
];

/** A value of an account as the server works with it. */
export type AccountValue = number | string | null | MsDate | readonly string[] | Readonly<Record<string, string>>;

/** An account, by property. */
export type Account = Readonly<Record<string, AccountValue>>;

const isText = (value: unknown): value is string => typeof value === "string";

const isInt = (value: unknown): value is number => Number.isInteger(value) && Math.abs(Number(value) + 0.5) < 2 ** 31;

const isTextMap = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isText);

const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** Undefined where .NET could not make the value out of what was sent. */
const readers: Readonly<Record<AccountKind, (value: unknown) => AccountValue | undefined>> = {
  int: (value) => (isInt(value) ? value : undefined),
  string: (value) => (isText(value) || value === null ? value : undefined),
  DateTime: (value) => (isText(value) ? parseMsDate(value) : undefined),
  "DateTime?": (value) => (value === null ? null : isText(value) ? parseMsDate(value) : undefined),
  "List<string>": (value) => (isTextList(value) || value === null ? value : undefined),
  "Dictionary<string,string>": (value) => (isTextMap(value) || value === null ? value : undefined),
};

/** What a property has that was not sent: value types of .NET are never null. */
const defaults: Readonly<Partial<Record<AccountKind, AccountValue>>> = { int: 0, DateTime: minValue };

/** Either an account, or the name of the property that cannot be read. */
export type ReadAccount = { readonly account: Account; readonly wrong?: never } | { readonly wrong: string; readonly account?: never };

/** Reads an account. Properties that the type does not have are refused, though a real ServiceStack ignores them. */
export const readAccount = (value: unknown): ReadAccount => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { wrong: "Accounts" };
  const sent = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(sent).find((name) => !accountFields.some((field) => field.name === name));
  if (unknown !== undefined) return { wrong: unknown };
  const read = accountFields.map(({ name, kind }) => {
    const given = Object.hasOwn(sent, name);
    return [name, given ? readers[kind](sent[name]) : (defaults[kind] ?? null)] as const;
  });
  const wrong = read.find(([, member]) => member === undefined);
  return wrong === undefined ? { account: Object.fromEntries(read) as Account } : { wrong: wrong[0] };
};
