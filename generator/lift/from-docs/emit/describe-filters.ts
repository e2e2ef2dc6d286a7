import { child, type Pointer } from "../../../source/pointer.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../../../source/value.js";
import type { DocumentedApi, DocumentedEndpoint, DocumentedField, DocumentedFilter } from "../documented-api.js";
import type { Note } from "../gap.js";
import { type AlignedFilter, alignFilters, classOf, type FilterCandidate, type ValueClass } from "../infer/align-filters.js";
import { sampleFormat } from "../infer/sample-format.js";
import { elision } from "../read/sample-json.js";
import { sampleAt, withoutLists } from "../infer/sample-at.js";
import type { Describing } from "./describing.js";

/** What kind of value an operator takes, by the names that Django gave them. */
const kinds: Readonly<Record<string, string>> = { in: "list", not_in: "list", range: "list", isnull: "boolean", gt: "value", gte: "value", lt: "value", lte: "value", ne: "value" };

const kindOf = (operator: string): string => (Object.hasOwn(kinds, operator) ? (kinds[operator] ?? "text") : "text");

const setNames: Readonly<Record<ValueClass, string>> = { ordered: "range", text: "text", exact: "exact" };

const keyOf = ({ operators }: DocumentedFilter): string => operators.map(({ name }) => name).join(" ");

/** Names for the lists of operators that filters have. */
export type FilterSets = ReadonlyMap<string, { readonly name: string; readonly operators: readonly string[] }>;

const mostSets = 200;

export const filterSets = (filters: readonly DocumentedFilter[]): FilterSets => {
  const sets = new Map<string, { readonly name: string; readonly operators: readonly string[] }>();
  const taken = new Set<string>();
  for (const filter of filters) {
    if (sets.has(keyOf(filter)) || sets.size >= mostSets) continue;
    const base = setNames[classOf(filter)];
    const name = taken.has(base) ? `${base}${sets.size + 1}` : base;
    taken.add(name);
    sets.set(keyOf(filter), { name, operators: [...new Set(filter.operators.map((operator) => operator.name))] });
  }
  return sets;
};

/** Every filter of an API, those of named parameters among them. */
export const filtersOf = ({ endpoints }: DocumentedApi): readonly DocumentedFilter[] =>
  endpoints.flatMap(({ filters, parameters }) => [...filters, ...parameters.flatMap(({ filter }) => filter ?? [])]);

/** The dialect of the filters: how their names are spelled is in no list of operators. */
export const describeDialect = (filters: readonly DocumentedFilter[], sets: FilterSets, note: Note): SourceObject => {
  const pointer = "/x-filter-dialect";
  const [first] = filters;
  const place = first === undefined ? {} : { place: first.place };
  const negatable = filters.some((filter) => filter.negatable || filter.operators.some((operator) => operator.negatable));
  const inferred = (keyword: string, reason: string, fill: string): void => note({ mark: "inferred", pointer, keywords: [keyword], reason, fill, ...place });
  inferred("operator", "the operators are named as Django names its lookups, which are joined by two underscores; no name with an operator is shown", "correct `operator`");
  if (negatable) inferred("negation", "a mark at the end of the parameter name is documented; that the name then holds the operator already is not", "correct `negation`");
  inferred("list", "how a list of values is joined is not said; lookups of Django take commas", "`repeat` for one parameter per value");
  inferred("operators", "the kinds of value follow from the names of the operators", "correct the kinds");
  const operators = [...new Set([...sets.values()].flatMap((set) => set.operators))].sort();
  return new Map<string, SourceValue>([
    ["operator", "{field}__{operator}"],
    ...(negatable ? [["negation", "{parameter}!"] as const] : []),
    ["list", "comma"],
    ["operators", new Map(operators.map((name) => [name, kindOf(name)]))],
    ["sets", new Map([...sets.values()].map(({ name, operators: own }) => [name, own]))],
  ]);
};

/** `x-filter` of one filter: its set where all of it can be negated, which a set by its name means. */
export const filterKeyword = (filter: DocumentedFilter, sets: FilterSets): SourceValue => {
  const set = sets.get(keyOf(filter));
  const negated = filter.operators.filter(({ negatable }) => negatable).map(({ name }) => name);
  const isAll = filter.negatable && negated.length === filter.operators.length;
  const isNone = !filter.negatable && negated.length === 0;
  if (isAll && set !== undefined) return set.name;
  const operators = set?.name ?? [...new Set(filter.operators.map(({ name }) => name))];
  return new Map<string, SourceValue>([
    ["operators", operators],
    ["negatable", isAll ? true : isNone ? false : [...(filter.negatable ? ["equals"] : []), ...negated]],
  ]);
};

/** A field of an answer with what its values are. */
interface AnswerField extends FilterCandidate {
  readonly schema: SourceObject;
}

const schemas: Readonly<Record<string, SourceObject>> = {
  boolean: new Map([["type", "boolean"]]),
  number: new Map([["type", "number"]]),
};

const ofText = (format: string | undefined): Omit<AnswerField, "name"> => {
  const schema = new Map<string, SourceValue>([["type", "string"], ...(format === undefined ? [] : [["format", format] as const])]);
  if (format === "date" || format === "date-time") return { values: "ordered", certain: true, schema };
  return { values: format === "uuid" ? "exact" : "text", certain: true, schema };
};

const bySample = (value: SourceValue): Omit<AnswerField, "name"> | undefined => {
  if (value === null || value === elision) return undefined;
  if (typeof value === "string") return ofText(sampleFormat(value));
  if (typeof value === "number") return { values: "ordered", certain: true, schema: schemas["number"] ?? new Map() };
  if (typeof value === "boolean") return { values: "exact", certain: true, schema: schemas["boolean"] ?? new Map() };
  // a list or an object may be a reference to something else, which has a filter, or data, which has none
  return { values: "exact", certain: false, schema: new Map([["type", "string"]]) };
};

/** Fields inside of a list or an object tell what it is: an `id` alone is a reference, anything else is data. */
const isReference = (members: readonly DocumentedField[]): boolean => members.length === 1 && members[0]?.path.at(-1) === "id";

const byField = (field: DocumentedField, members: readonly DocumentedField[], sample: SourceValue | undefined): Omit<AnswerField, "name"> | undefined => {
  const { type } = field.type;
  if (type === undefined) return undefined;
  if (type === "string") return ofText(field.type.formats[0] ?? (typeof sample === "string" ? sampleFormat(sample) : undefined));
  if (type === "integer" || type === "number") {
    const values = field.enum === undefined ? [] : [["enum", field.enum.value] as const];
    return { values: "ordered", certain: true, schema: new Map<string, SourceValue>([["type", type], ...values]) };
  }
  if (type === "boolean") return { values: "exact", certain: true, schema: schemas["boolean"] ?? new Map() };
  const reference = isReference(members) || (type === "object" && members.length === 0);
  return reference ? { values: "exact", certain: true, schema: new Map([["type", "string"]]) } : undefined;
};

/** The fields of what a list answers with: by a list of fields where there is one for what the sample shows, or by the sample. */
const answerFields = ({ responses }: DocumentedEndpoint, { bodies, componentFor }: Describing): readonly AnswerField[] => {
  const sample = responses.find((response) => response.sample !== undefined)?.sample?.value;
  const shown = sample === undefined ? undefined : withoutLists(sample);
  if (shown === undefined || !isSourceObject(shown)) return [];
  const component = componentFor([...shown.keys()]);
  const listed = [...bodies].find(([, name]) => name === component)?.[0].fields;
  if (listed === undefined) return [...shown].flatMap(([name, value]) => named(name, bySample(value)));
  return listed
    .filter(({ path }) => path.length === 1)
    .flatMap((field) => {
      const [name = ""] = field.path;
      const members = listed.filter(({ path }) => path.length === 2 && path[0] === name);
      return named(name, byField(field, members, sampleAt(shown, [name])));
    });
};

const named = (name: string, field: Omit<AnswerField, "name"> | undefined): readonly AnswerField[] => (field === undefined ? [] : [{ name, ...field }]);

const describeOne = ({ filter, candidates: [name = ""] }: AlignedFilter, field: AnswerField | undefined, sets: FilterSets): SourceObject =>
  new Map<string, SourceValue>([["name", name], ["in", "query"], ["x-filter", filterKeyword(filter, sets)], ["schema", field?.schema ?? new Map()]]);

const shownNames = (names: readonly string[]): string => (names.length > 12 ? `${names.slice(0, 12).join(", ")} and ${names.length - 12} more` : names.join(", "));

/**
 * The parameters of filters that stand without names: those whose name follows from the fields of the answer. The others are a
 * gap of the operation. `before` are the parameters that stand in front of them.
 */
export const describeFilters = (endpoint: DocumentedEndpoint, operation: Pointer, before: readonly SourceObject[], sets: FilterSets, context: Describing): readonly SourceObject[] => {
  const { filters } = endpoint;
  if (filters.length === 0) return [];
  const { note } = context;
  const fields = answerFields(endpoint, context);
  const aligned = alignFilters(filters, fields);
  const fill = "add a query parameter with its name, a `schema` and `x-filter`";
  if (aligned === undefined) {
    const all = filters.map((filter, index) => `${index + 1}. ${keyOf(filter)}`).join("; ");
    note({ mark: "unknown", pointer: operation, keywords: ["parameters"], reason: `${filters.length} filters are documented without the names of their fields, which do not follow from the answer: ${all}`.slice(0, 4_000), fill, place: filters[0]?.place ?? endpoint.path.place });
    return [];
  }
  const parameters: SourceObject[] = [];
  for (const [index, one] of aligned.entries()) {
    const [name] = one.candidates;
    if (one.candidates.length === 1 && name !== undefined && !before.some((parameter) => parameter.get("name") === name)) {
      const pointer = child(operation, "parameters", before.length + parameters.length);
      const reason = `filter ${index + 1} of ${filters.length} without names: laid beside the fields of the answer in the order of their names, it can be of this one only`;
      note({ mark: "inferred", pointer, keywords: ["name", "schema"], reason, fill: "correct `name` and `schema`", place: one.filter.place });
      parameters.push(describeOne(one, fields.find((field) => field.name === name), sets));
    } else {
      const reason = `filter ${index + 1} of ${filters.length} (${keyOf(one.filter)}) is documented without the name of its field; it can be ${shownNames(one.candidates)}`;
      note({ mark: "unknown", pointer: operation, keywords: ["parameters"], reason, fill, place: one.filter.place });
    }
  }
  return parameters;
};
