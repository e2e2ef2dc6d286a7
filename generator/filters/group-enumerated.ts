import type { FilterDialect, FilterField } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import { fieldOperators } from "./field-operators.js";
import { fieldIn, type FilterName, positiveName } from "./filter-name.js";
import type { FilterSource } from "./filter-source.js";
import type { OperatorOnlyField } from "./has-bare.js";

interface Member extends FilterName {
  readonly source: FilterSource;
}

/** Can it be a filter at all? One that is required cannot be left out, and an object is no single comparison. */
const isCandidate = ({ filter, required, schema }: FilterSource): boolean =>
  filter === undefined && !required && schema.keywords.type?.includes("object") !== true;

/** The ways to read a name with an operator of the dialect, the longest first: `f_not_in` is not `in` of `f_not`. */
const operatorReadings = (dialect: FilterDialect, name: string): readonly FilterName[] =>
  [...dialect.operators.keys()]
    .sort((left, right) => right.length - left.length)
    .flatMap((operator) => {
      const field = fieldIn(dialect, name, operator);
      return field === undefined ? [] : [{ field, operator, negated: false }];
    });

const readings = (dialect: FilterDialect, name: string, names: ReadonlySet<string>): readonly FilterName[] => {
  const positive = positiveName(dialect, name);
  // a negation without its positive form beside it is no filter of ours: nothing could spell it
  const negated: readonly FilterName[] =
    positive === undefined || !names.has(positive)
      ? []
      : [
          { field: positive, negated: true },
          ...operatorReadings(dialect, positive).map((read) => ({ ...read, negated: true })),
        ];
  return [...operatorReadings(dialect, name), ...negated].filter(
    // `where` calls the bare parameter equals
    ({ field, operator }) => operator !== "equals" || !names.has(field),
  );
};

/** All readings of all parameters, by the field they would be of. */
const membersByField = (
  sources: readonly FilterSource[],
  dialect: FilterDialect,
): ReadonlyMap<string, readonly Member[]> => {
  const names = new Set(sources.map(({ name }) => name));
  const fields = new Map<string, Member[]>();
  for (const source of sources)
    for (const reading of readings(dialect, source.name, names)) {
      const members = fields.get(reading.field) ?? [];
      fields.set(reading.field, [...members, { ...reading, source }]);
    }
  return fields;
};

/** Look-alikes such as `is_active` stay plain: an operator needs the bare parameter or another operator beside it. */
const isConvincing = (members: readonly Member[], bare: FilterSource | undefined): boolean => {
  const operators = new Set(members.filter(({ negated }) => !negated).map(({ operator }) => operator));
  return bare === undefined ? operators.size >= 2 : members.length > 0;
};

const valueSchema = (dialect: FilterDialect, members: readonly Member[]): Schema | undefined => {
  const ofKind = (kind: string): Schema | undefined =>
    members.find(({ operator }) => operator !== undefined && dialect.operators.get(operator) === kind)?.source.schema;
  const list = ofKind("list");
  return ofKind("value") ?? list?.keywords.items ?? list ?? members[0]?.source.schema;
};

const negatableOf = (members: readonly Member[]): ReadonlySet<string> =>
  new Set(members.filter(({ negated }) => negated).map(({ operator }) => operator ?? "equals"));

const toField = (
  dialect: FilterDialect,
  name: string,
  members: readonly Member[],
  bare: FilterSource | undefined,
): FilterField | OperatorOnlyField | undefined => {
  const schema = bare?.schema ?? valueSchema(dialect, members);
  const anchor = bare ?? members[0]?.source;
  if (schema === undefined || anchor === undefined) return undefined;
  const names = members.flatMap(({ operator, negated }) => (operator === undefined || negated ? [] : [operator]));
  const operators = fieldOperators(dialect, { names, negatable: negatableOf(members) });
  const { pointer, description } = anchor;
  const field = {
    name,
    pointer,
    ...(bare !== undefined && description !== undefined && { description }),
    schema,
    ...operators,
  };
  return bare === undefined ? { ...field, bare: false } : field;
};

/**
 * The filter fields that a description spells out parameter by parameter, in the dialect it declares. Shorter names
 * come first, so that a parameter that is an operator of one field is never taken for the bare parameter of another.
 */
export const groupEnumerated = (
  parameters: readonly FilterSource[],
  dialect: FilterDialect,
): readonly FilterField[] => {
  const candidates = parameters.filter(isCandidate);
  const byName = new Map(candidates.map((source) => [source.name, source]));
  const fields = [...membersByField(candidates, dialect)].sort(([left], [right]) => left.length - right.length);
  // what a parameter says of itself with `x-filter` (`false` included) is all that is said of its field
  const taken = new Set(parameters.filter(({ filter }) => filter !== undefined).map(({ name }) => name));
  const declared = new Set(taken);
  const grouped = fields.flatMap(([name, all]) => {
    const members = all.filter(({ source }) => !taken.has(source.name));
    const bare = taken.has(name) ? undefined : byName.get(name);
    if (declared.has(name) || !isConvincing(members, bare)) return [];
    for (const { source } of members) taken.add(source.name);
    taken.add(name);
    return toField(dialect, name, members, bare) ?? [];
  });
  const place = new Map(parameters.map(({ pointer }, index) => [pointer, index]));
  return grouped.sort((left, right) => (place.get(left.pointer) ?? 0) - (place.get(right.pointer) ?? 0));
};
