import { type FilterName, filterNames } from "../../filters/filter-names.js";
import type { FilterTable } from "../../filters/table.js";
import { valueOf } from "../../filters/values.js";
import type { Issue } from "../../issue.js";
import { isPlain as isMembers } from "../../filters/members.js";
import type { Members } from "../parameters.js";
import type { WireQuery } from "./conversion.js";
import { ExactNumber } from "./exact-number.js";
import { Unfit, writeLeaf } from "./leaves.js";
import { isPlain, type Leaf } from "./representation.js";

/** Operators such as `contains` take a text whatever the field is. */
const takesText = (name: FilterName | undefined): boolean => name !== undefined && valueOf(name).parse === "string";

const written = (leaf: Leaf, name: FilterName | undefined, value: unknown): unknown => {
  if (typeof value === "string" && takesText(name)) return value;
  const made = writeLeaf(leaf, value);
  if (!(made instanceof ExactNumber)) return made;
  if (leaf === "int64") return BigInt(made.text);
  const number = Number(made.text);
  return String(number).replace("-", "").length < 16 ? number : new Unfit("has more digits than a number carries");
};

const numberOf = (value: unknown): unknown => {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(numberOf);
  return isMembers(value) ? withNumbers(value) : value;
};

const withNumbers = (query: Members): Members => Object.fromEntries(Object.entries(query).map(([key, value]) => [key, numberOf(value)]));

/** `leaves` has the formats of fields, and of parameters that are no filters, by their wire names. */
export const wireOfQuery = (table: FilterTable, leaves: Readonly<Record<string, Leaf>>): WireQuery => ({
  encode: (query, shown) => {
    if (isPlain(shown)) return { value: query, checkable: query, issues: [] };
    const { byWireName } = filterNames(table);
    const issues: Issue[] = [];
    const one = (key: string, leaf: Leaf, value: unknown, path: readonly (string | number)[]): unknown => {
      if (Array.isArray(value)) return value.map((item: unknown, index) => one(key, leaf, item, [...path, index]));
      // operators that are members of one parameter
      if (isMembers(value)) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, one(key, leaf, member, [...path, name])]));
      const made = written(leaf, byWireName.get(key), value);
      if (!(made instanceof Unfit)) return made;
      issues.push({ code: "format", path, message: made.message });
      return value;
    };
    const entries = Object.entries(query).map(([key, value]) => {
      const field = byWireName.get(key)?.field.name ?? key;
      const leaf = Object.hasOwn(leaves, field) ? leaves[field] : undefined;
      return [key, leaf === undefined ? value : one(key, leaf, value, [key])] as const;
    });
    const value = Object.fromEntries(entries);
    return { value, checkable: withNumbers(value), issues };
  },
});
