import type { IssueCode } from "../issue.js";
import type { FilterName } from "./filter-names.js";
import type { FilterValue, FilterValueKind } from "./table.js";

export type Scalar = string | number | boolean;

const always = (): boolean => true;

const fixed: Readonly<Record<Exclude<FilterValueKind, "value" | "list">, FilterValue>> = {
  text: { parse: "string", is: always, expected: "a string" },
  boolean: { parse: "boolean", is: always, expected: "true or false" },
  integer: { parse: "integer", is: always, expected: "an integer" },
  number: { parse: "number", is: always, expected: "a number" },
};

export const takesList = ({ operator }: FilterName): boolean => operator.kind === "list";

/** What one value of the parameter has to be; of each item where it takes a list. */
export const valueOf = ({ field, operator }: FilterName): FilterValue =>
  operator.kind === "value" || operator.kind === "list" ? (operator.value ?? field.value) : fixed[operator.kind];

/** Numbers as JSON writes them: no blanks, no leading zero or plus, no other base. */
const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const digits = /^-?\d+$/;

export const parseNumber = (text: string): number | undefined => {
  const value = numberShape.test(text) ? Number(text) : Infinity;
  if (!Number.isFinite(value)) return undefined;
  // a whole number that JavaScript would change could match other rows than the ones asked for
  return digits.test(text) && !Number.isSafeInteger(value) && String(value) !== text ? undefined : value;
};

const parseBoolean = (text: string): boolean | undefined =>
  text === "true" ? true : text === "false" ? false : undefined;

/** The text as a value of the kind, or undefined where it is none. */
export const parseScalar = ({ parse }: FilterValue, text: string): Scalar | undefined => {
  if (parse === "string") return text;
  if (parse === "boolean") return parseBoolean(text);
  const value = parseNumber(text);
  return parse === "number" || Number.isInteger(value) ? value : undefined;
};

const isOfType = ({ parse }: FilterValue, value: unknown): boolean => {
  if (parse === "integer") return Number.isInteger(value);
  return parse === "number" ? Number.isFinite(value) : typeof value === parse;
};

const articles = { string: "a string", integer: "an integer", number: "a number", boolean: "true or false" } as const;

export interface Fault {
  readonly code: IssueCode;
  readonly message: string;
}

/** Why it is no value of the kind, or undefined where it is one. Reading, validating and writing all ask here. */
export const faultOf = (kind: FilterValue, value: unknown): Fault | undefined => {
  if (!isOfType(kind, value)) return { code: "type", message: `must be ${articles[kind.parse]}` };
  return kind.is(value) ? undefined : { code: kind.code ?? "format", message: `must be ${kind.expected}` };
};
