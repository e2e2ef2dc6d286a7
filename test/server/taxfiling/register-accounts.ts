import { type Account, accountFields, readAccount } from "./account-fields.js";
import type { AccountTable } from "./account-table.js";
import { dateText, orderOf, products } from "./orders.js";
import type { MsDate } from "./ms-date.js";
import { pascalCase, type ResponseError, type ResponseStatus, validationStatus } from "./response-status.js";

/** The result of one account, before it is written. */
export type AccountResult = Readonly<Record<string, unknown>>;

/** Either a result per account, or why the whole request cannot be read. */
export type Registered =
  | { readonly results: readonly AccountResult[]; readonly status?: never }
  | { readonly status: ResponseStatus; readonly results?: never };

/** The durations of the orders that are answered, in turn. */
export const orderDurations: readonly string[] = ["PT1.5S", "PT0S", "P1DT2H3M4.0000001S", "-PT0.25S"];

const shown = (account: Account): AccountResult =>
  Object.fromEntries(
    accountFields.map(({ name, kind }) => {
      const value = account[name] ?? null;
      return [name, value !== null && kind.startsWith("DateTime") ? dateText(value as MsDate) : value];
    }),
  );

const errorOf = (name: string, errorCode: string, message: string): ResponseError => ({ errorCode, fieldName: pascalCase(name), message });

/** The codes are those of ServiceStack's validators; that this service uses them for these fields is inferred. */
const errorsOf = (account: Account, table: AccountTable): readonly ResponseError[] => {
  const userName = account["userName"];
  const missing = accountFields.filter(({ name, required }) => required && name !== "userName" && account[name] === null);
  const errors = missing.map(({ name }) => errorOf(name, "NotNull", `'${pascalCase(name)}' must not be empty.`));
  if (typeof userName !== "string" || userName.trim() === "") return [errorOf("userName", "NotEmpty", "'User Name' should not be empty."), ...errors];
  return table.hasUserName(userName) ? [errorOf("userName", "AlreadyExists", "User already exists."), ...errors] : errors;
};

const register = (table: AccountTable, account: Account, number: number): AccountResult => {
  const responseStatus = validationStatus(errorsOf(account, table));
  const index = account["index"];
  if (responseStatus !== undefined) return { index, products: [], orders: [], responseStatus };
  table.insert(account);
  const duration = orderDurations[number % orderDurations.length] ?? "PT0S";
  return { account: shown(account), index, products, orders: [orderOf(number + 1, duration)] };
};

const unreadable = (name: string): ResponseStatus => ({
  errorCode: "SerializationException",
  message: `Unable to bind to request: ${pascalCase(name)}`,
});

/** Registers the accounts of a request one by one; one that fails stops none of the others. */
export const registerAccounts = (table: AccountTable, request: unknown): Registered => {
  const members = typeof request === "object" && request !== null && !Array.isArray(request) ? Object.entries(request) : undefined;
  if (members === undefined || members.some(([name]) => name !== "accounts")) return { status: unreadable("BatchRegisterAccounts") };
  const accounts: unknown = members[0]?.[1] ?? null;
  const missing = validationStatus([errorOf("accounts", "NotNull", "'Accounts' must not be empty.")]);
  if (accounts === null && missing !== undefined) return { status: missing };
  if (!Array.isArray(accounts)) return { status: unreadable("accounts") };
  const read = accounts.map(readAccount);
  const wrong = read.find((one) => one.wrong !== undefined)?.wrong;
  if (wrong !== undefined) return { status: unreadable(wrong) };
  return { results: read.flatMap(({ account }, number) => (account === undefined ? [] : [register(table, account, number)])) };
};
