import { readListOrganizationusersWhere, writeListOrganizationusersWhere } from "pigello-accounts";
import { WrongUse } from "./run-program.mjs";

/** @import { ListOrganizationusersWhere } from "pigello-accounts" */

/** @type {(text: string) => [name: string, value: string]} */
const pairOf = (text) => {
  const at = text.indexOf("=");
  if (at < 1) throw new WrongUse(`${JSON.stringify(text)} is no filter: write name=value`);
  return [text.slice(0, at), text.slice(at + 1)];
};

/**
 * The filters of a JSON text, under their names in a query.
 * @type {(text: string) => URLSearchParams}
 */
const nestedFilters = (text) => {
  /** @type {unknown} */
  let where;
  try {
    where = JSON.parse(text);
  } catch {
    throw new WrongUse("--where is not valid JSON");
  }
  try {
    return writeListOrganizationusersWhere(/** @type {ListOrganizationusersWhere} */ (where));
  } catch (error) {
    throw new WrongUse(`--where: ${/** @type {TypeError} */ (error).message}`);
  }
};

/**
 * The filters of a command line: `created_at__gte=…` one by one, and a nested object as JSON. Throws for what the list does
 * not know, and for what has not the type of its field.
 * @type {(pairs: readonly string[], json?: string) => ListOrganizationusersWhere}
 */
export const readFilters = (pairs, json) => {
  const flat = pairs.map(pairOf);
  const parameters = new URLSearchParams([...(json === undefined ? [] : nestedFilters(json)), ...flat]);
  const result = readListOrganizationusersWhere(parameters);
  if (result.issues !== undefined) throw new WrongUse(result.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("\n"));
  // parameters of the operation that are no filters are left alone by the reader
  const known = writeListOrganizationusersWhere(result.value);
  const other = flat.find(([name]) => !known.has(name));
  if (other !== undefined) throw new WrongUse(`${other[0]} is no filter`);
  return result.value;
};
