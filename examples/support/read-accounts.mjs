import { readFile } from "node:fs/promises";
import { WrongUse } from "./run-program.mjs";

/** @import { Account } from "taxfiling-accounts" */

/**
 * The parser's own message quotes the text, and accounts hold secrets.
 * @type {(text: string, place: string) => unknown}
 */
const parsed = (text, place) => {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${place} is not valid JSON`);
  }
};

/** @type {(text: string) => boolean} */
const isJson = (text) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** @type {(value: unknown) => value is Readonly<Record<string, unknown>>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(text: string, file: string) => readonly unknown[]} */
const linesOf = (text, file) =>
  text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [parsed(line, `${file}:${at + 1}`)]));

/** An array, `{ "accounts": […] }` as the service takes it, or an account in each line. @type {(text: string, file: string) => readonly unknown[]} */
const valuesIn = (text, file) => {
  const isLines = !isJson(text) && isJson(text.trim().split("\n", 1)[0] ?? "");
  const value = isLines ? linesOf(text, file) : parsed(text, file);
  if (Array.isArray(value)) return value;
  if (isObject(value) && Array.isArray(value["accounts"])) return value["accounts"];
  return [value];
};

/**
 * The accounts of a file. Results are found by their `index`, so an account without one gets its position.
 * @type {(file: string) => Promise<readonly Account[]>}
 */
export const readAccounts = async (file) => {
  const bytes = await readFile(file).catch((error) => {
    throw new WrongUse(`${file} cannot be read (${error.code})`);
  });
  const text = new TextDecoder().decode(bytes);
  const values = valuesIn(text, file).map((value, index) => (isObject(value) ? { index, ...value } : value));
  // whether they are accounts is the validator's business
  return /** @type {readonly Account[]} */ (values);
};
