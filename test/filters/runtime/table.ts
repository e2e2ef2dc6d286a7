import type { FilterFieldTable, FilterOperatorTable, FilterTable, FilterValue } from "../../../templates/filters.js";

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

type Plain = Pick<FilterOperatorTable, "name" | "kind">;

const range: readonly Plain[] = [
  { name: "gt", kind: "value" },
  { name: "in", kind: "list" },
  { name: "isnull", kind: "boolean" },
];

/** How names are spelled: `{operator}` and `{parameter}` are filled in here, `{field}` by the run time. */
interface Spelled {
  readonly operator: string;
  readonly negation: string;
  readonly style: "comma" | "repeat";
}

interface Field {
  readonly name: string;
  readonly value: FilterValue;
  readonly bare?: false | "list";
  readonly operators: readonly Plain[];
  readonly negatable: boolean | readonly string[];
}

const spelled = ({ name, value, bare, operators, negatable }: Field, { operator, negation, style }: Spelled): FilterFieldTable => {
  const equals: readonly Plain[] = bare === false ? [] : [{ name: "equals", kind: bare ?? "value" }];
  const isNegatable = (key: string): boolean => (typeof negatable === "boolean" ? negatable : negatable.includes(key));
  return {
    name,
    value,
    operators: [...equals, ...operators].map((one): FilterOperatorTable => {
      const wire = one.name === "equals" ? "{field}" : operator.replace("{operator}", one.name);
      const not = negation.replace("{parameter}", wire);
      return { ...one, wire, ...(isNegatable(one.name) && { not }), ...(one.kind === "list" && { style }) };
    }),
  };
};

const fields: readonly Field[] = [
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
    bare: "list",
    operators: [
      { name: "all", kind: "list" },
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

/** Fields of every kind of value, in the dialect of Pigello. */
export const table: FilterTable = {
  fields: fields.map((field) => spelled(field, { operator: "{field}__{operator}", negation: "{parameter}!", style: "comma" })),
  others: ["_page", "toString", "metadata["],
};

/** The same with lists as repeated parameters, and the operator in front. */
export const repeating: FilterTable = {
  fields: fields.map((field) => spelled(field, { operator: "[{operator}]{field}", negation: "not:{parameter}", style: "repeat" })),
  others: [],
};
