import type { JsonValue } from "../code/json-value.js";
import type { IssueCode } from "../../templates/issue.js";
import type { JsonType, Schema } from "../model/schema.js";
import { child } from "../source/pointer.js";
import { reachable } from "../source/reachable.js";

export type Parse = "string" | "integer" | "number" | "boolean";

/** How the values of a field stand in a query: one by one or as lists, and as which type. */
export interface Scalar {
  /** The schema of one value, as types see it. */
  readonly schema: Schema;
  /** What a value must be to be compared with the field's, whether or not it could be stored. */
  readonly comparable: Schema;
  readonly list: boolean;
  readonly parse: Parse;
  /** What is said after "must be". */
  readonly expected: string;
  readonly code: IssueCode;
}

/** References in a circle end here; no real chain is as long. */
const deepest = 16;

const typeOfValue = (value: JsonValue): JsonType => {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "object") return Array.isArray(value) ? "array" : "object";
  return typeof value === "string" ? "string" : "boolean";
};

const ownTypes = ({ keywords: { type, enum: values, const: constant } }: Schema): readonly JsonType[] | undefined =>
  type ?? values?.map(typeOfValue) ?? (constant === undefined ? undefined : [typeOfValue(constant.value)]);

/** Where the types of a schema that names none are found. */
const behind = (schema: Schema): readonly Schema[] => {
  if (ownTypes(schema) !== undefined) return [];
  const { $ref, allOf, anyOf, oneOf } = schema.keywords;
  return $ref === undefined ? (allOf ?? anyOf ?? oneOf ?? []) : [$ref.schema()];
};

const typesOf = (schema: Schema): readonly JsonType[] => reachable(schema, behind).flatMap((one) => ownTypes(one) ?? []);

/** The only branch with types beside null; undefined where there is none, or more than one. */
const onlyBranch = (branches: readonly Schema[]): Schema | undefined => {
  let only: Schema | undefined;
  for (const branch of branches) {
    if (typesOf(branch).every((type) => type === "null")) continue;
    if (only !== undefined) return undefined;
    only = branch;
  }
  return only;
};

/** Text is the safe reading where several types are possible, and the only one where none is said. */
const parseOf = (types: readonly JsonType[]): Parse => {
  const readable = new Set(types.filter((type) => type !== "null"));
  if (readable.size === 1 && readable.has("boolean")) return "boolean";
  if (readable.size === 1 && readable.has("integer")) return "integer";
  return readable.size > 0 && [...readable].every((type) => type === "integer" || type === "number")
    ? "number"
    : "string";
};

/** Follows references, and looks behind `anyOf: [X, null]`. */
export const definition = (schema: Schema, depth = 0): Schema => {
  const { $ref: reference, allOf, anyOf, oneOf } = schema.keywords;
  if (depth > deepest) return schema;
  if (reference !== undefined) return definition(reference.schema(), depth + 1);
  const only = onlyBranch(allOf ?? anyOf ?? oneOf ?? []);
  return only === undefined ? schema : definition(only, depth + 1);
};

const shown = 12;

const oneOf = (values: readonly JsonValue[]): string => {
  const texts = values.slice(0, shown).map((value) => JSON.stringify(value));
  return `one of ${texts.join(", ")}${values.length > shown ? `, … (${values.length} values)` : ""}`;
};

const articles = { string: "a string", integer: "an integer", number: "a number", boolean: "true or false" } as const;

const describe = ({ keywords }: Schema, parse: Parse): Pick<Scalar, "expected" | "code"> => {
  if (keywords.enum !== undefined) return { expected: oneOf(keywords.enum), code: "enum" };
  if (keywords.const !== undefined) return { expected: JSON.stringify(keywords.const.value), code: "const" };
  if (keywords.format?.known?.asserts === true) return { expected: keywords.format.known.phrase, code: "format" };
  return { expected: articles[parse], code: "type" };
};

/** Formats without which a text cannot be compared at all. */
const comparableFormats = new Set(["date", "date-time", "time", "duration", "ms-date", "uuid", "ipv4", "ipv6", "decimal"]);

/**
 * A filter compares: a text that is too long for the field, or no e-mail address, is still one to look for. What is left are
 * the kind of value, listed values, and formats that stand for something other than text.
 */
const comparableOf = (schema: Schema): Schema => {
  const { type, enum: values, const: constant, format } = definition(schema).keywords;
  return {
    pointer: child(schema.pointer, "comparable"),
    annotations: {},
    rules: [],
    keywords: {
      ...(type !== undefined && { type }),
      ...(values !== undefined && { enum: values }),
      ...(constant !== undefined && { const: constant }),
      ...(format !== undefined && comparableFormats.has(format.name) && { format }),
    },
  };
};

/** A query has no null: what the API compares with null has an operator of its own. */
const withoutNull = (schema: Schema): Schema => {
  if (!typesOf(schema).includes("null")) return schema;
  const { keywords, ...others } = definition(schema);
  return {
    ...others,
    // not the schema that stands there, so it must not be taken for it
    pointer: child(schema.pointer, "withoutNull"),
    keywords: {
      ...keywords,
      ...(keywords.type !== undefined && { type: keywords.type.filter((type) => type !== "null") }),
      ...(keywords.enum !== undefined && { enum: keywords.enum.filter((value) => value !== null) }),
    },
  };
};

/** Objects, and lists of lists, are nothing that a query could hold one value of. */
const isNoScalar = (schema: Schema): boolean => {
  const types = typesOf(schema).filter((type) => type !== "null");
  if (types.length === 0) return definition(schema).keywords.properties !== undefined;
  return types.every((type) => type === "object" || type === "array");
};

/** Can values of the field be compared one by one, or as a list of such values? */
export const isComparable = (field: Schema): boolean => {
  const { items } = definition(field).keywords;
  const types = typesOf(field).filter((type) => type !== "null");
  if (types.length > 0 && types.every((type) => type === "array")) return items === undefined || !isNoScalar(items);
  return !isNoScalar(field);
};

/** scalarOf({ type: integer, enum: [0, 1] }) ~> parse "integer", expected "one of 0, 1" */
export const scalarOf = (field: Schema): Scalar => {
  const definite = definition(field);
  const items = definite.keywords.items;
  const list = items !== undefined && typesOf(definite).includes("array");
  const schema = withoutNull(list ? items : field);
  const parse = parseOf(typesOf(schema));
  const comparable = comparableOf(schema);
  return { schema, comparable, list, parse, ...describe(comparable, parse) };
};
