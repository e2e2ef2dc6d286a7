import type { FilterFieldTable, FilterTable, FilterValue } from "../../../templates/filters.js";

const isText = (value: unknown): boolean => typeof value === "string";

export const text: FilterValue = { parse: "string", is: isText, expected: "a string" };
export const integer: FilterValue = { parse: "integer", is: () => true, expected: "an integer" };
export const number: FilterValue = { parse: "number", is: () => true, expected: "a number" };
export const boolean: FilterValue = { parse: "boolean", is: () => true, expected: "true or false" };
export const date: FilterValue = {
  parse: "string",
  is: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
  expected: "a valid date",
};
export const level: FilterValue = {
  parse: "integer",
  is: (value) => value === 0 || value === 1,
  expected: "one of 0, 1",
  code: "enum",
};

const range = [
  { name: "gt", kind: "value" },
  { name: "in", kind: "list" },
  { name: "isnull", kind: "boolean" },
] as const;

export const fields: readonly FilterFieldTable[] = [
  { name: "born", value: date, operators: range, negatable: true },
  { name: "name", value: text, operators: [{ name: "icontains", kind: "text" }, ...range], negatable: true },
  {
    name: "age",
    value: integer,
    operators: [...range, { name: "year", kind: "integer" }],
    negatable: ["equals", "in"],
  },
  { name: "height", value: number, operators: [...range, { name: "near", kind: "number" }], negatable: false },
  { name: "active", value: boolean, operators: range, negatable: false },
  { name: "level", value: level, operators: range, negatable: true },
  {
    name: "tags",
    value: text,
    list: true,
    operators: [
      { name: "all", kind: "value" },
      { name: "in", kind: "list" },
    ],
    negatable: true,
  },
  {
    name: "price",
    value: number,
    bare: false,
    operators: [
      { name: "min", kind: "value" },
      { name: "max", kind: "value" },
    ],
    negatable: true,
  },
  { name: "__proto__", value: text, operators: range, negatable: true },
  { name: "constructor", value: text, operators: range, negatable: true },
  { name: "10", value: text, operators: range, negatable: true },
];

const operator = { before: "", between: "__", after: "", operatorFirst: false };

/** Fields of every kind of value, in the dialect of Pigello. */
export const table: FilterTable = {
  dialect: { operator, negation: { before: "", after: "!" }, list: "comma" },
  fields,
  others: ["_page", "toString"],
};

/** The same with lists as repeated parameters, and the operator in front. */
export const repeating: FilterTable = {
  dialect: {
    operator: { before: "[", between: "]", after: "", operatorFirst: true },
    negation: { before: "not:", after: "" },
    list: "repeat",
  },
  fields,
  others: [],
};
