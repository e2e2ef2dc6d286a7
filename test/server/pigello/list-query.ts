import { type FieldErrors, type Filter, type ListStyle, readFilter, type Understood } from "../django/filter-parameter.js";
import { parseQueryString, valuesByName } from "../django/query-string.js";
import { filterFields } from "./filter-fields.js";

/** The page of a list. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

/** One field to order by. */
export interface Order {
  readonly field: string;
  readonly descending: boolean;
}

/** The query of a list, understood. */
export interface ListQuery {
  readonly filters: readonly Filter[];
  readonly order: readonly Order[];
  readonly page: Page | undefined;
  /** Words that all have to occur. */
  readonly search: readonly string[];
  readonly slim: boolean;
  readonly jsonLines: boolean;
}

/** Either a query, or the messages by parameter that the answer 400 holds. */
export type ReadListQuery = { readonly query: ListQuery; readonly errors?: never } | { readonly errors: FieldErrors; readonly query?: never };

type Reader = (text: string) => Understood<unknown>;

const flag: Reader = (text) => (text === "true" || text === "false" ? { value: text === "true" } : { error: "Must be true or false." });

const number: Reader = (text) =>
  /^[1-9]\d{0,8}$/.test(text) ? { value: Number(text) } : { error: "Ensure this value is greater than or equal to 1." };

const order: Reader = (text) => {
  const fields = text.split(",").map((item) => ({ field: item.replace(/^-/, ""), descending: item.startsWith("-") }));
  const unknown = fields.find(({ field }) => !filterFields.some(({ name }) => name === field));
  return unknown === undefined ? { value: fields } : { error: `Cannot order by ${JSON.stringify(unknown.field)}.` };
};

const words: Reader = (text) => ({ value: text.split(/[\s,]+/).filter((word) => word !== "") });

/** How the five arrays of objects stand in a query is unknown; as in the description, JSON is taken, and nothing done with it. */
const objects: Reader = (text) => {
  const error = "Must be a JSON array of objects.";
  try {
    const value: unknown = JSON.parse(text);
    const areObjects = Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item));
    return areObjects ? { value } : { error };
  } catch {
    return { error };
  }
};

/** The parameters beside the filters; they can be neither negated nor given an operator. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ["_jsonl", flag],
  ["_order_by", order],
  ["_page", number],
  ["_page_size", number],
  ["_search", words],
  ["_slim", flag],
  ["_statistics", flag],
  ["customer_columns", objects],
  ["global_realestates", objects],
  ["global_segments", objects],
  ["tags", objects],
  ["work_engagements", objects],
]);

const together = "_page and _page_size must be set together.";

const pageErrors = (names: ReadonlyMap<string, unknown>): FieldErrors =>
  names.has("_page") === names.has("_page_size") ? {} : { [names.has("_page") ? "_page" : "_page_size"]: [together] };

const pageOf = (values: ReadonlyMap<string, unknown>): Page | undefined => {
  const [page, size] = [values.get("_page"), values.get("_page_size")];
  return typeof page === "number" && typeof size === "number" ? { number: page, size } : undefined;
};

/** More parameters than Django takes by default (DATA_UPLOAD_MAX_NUMBER_FIELDS). */
const mostParameters = 1000;

/** Reads the raw query of a list: every parameter has to be known, spelled and typed well. */
export const readListQuery = (rawQuery: string, lists: ListStyle): ReadListQuery => {
  const parameters = parseQueryString(rawQuery);
  if (parameters.length > mostParameters) return { errors: { non_field_errors: ["Too many parameters."] } };
  const given = valuesByName(parameters);
  const filters: Filter[] = [];
  const meta = new Map<string, unknown>();
  const errors: Record<string, readonly string[]> = { ...pageErrors(given) };
  for (const [name, values] of given) {
    const reader = readers.get(name);
    const understood: Understood<unknown> = reader === undefined ? readFilter(name, values, lists) : reader(values.at(-1) ?? "");
    if (understood.error !== undefined) errors[name] = [understood.error];
    else if (reader === undefined) filters.push(understood.value as Filter);
    else meta.set(name, understood.value);
  }
  if (Object.keys(errors).length > 0) return { errors };
  return {
    query: {
      filters,
      order: (meta.get("_order_by") as readonly Order[] | undefined) ?? [],
      page: pageOf(meta),
      search: (meta.get("_search") as readonly string[] | undefined) ?? [],
      slim: meta.get("_slim") === true,
      jsonLines: meta.get("_jsonl") === true,
    },
  };
};
