import type { FilterDialect, FilterField, FilterOperator, FilterWire } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import { counted, type Detection, reasonFor } from "./evidence.js";
import { setOf } from "./field-operators.js";
import { inOrder } from "./in-order.js";
import type { FilterSource } from "./filter-source.js";
import { type Candidate, candidatesOf, type Member } from "./members.js";
import { operandKind, styleOf } from "./plain-values.js";
import { isComparable, scalarOf } from "./scalar.js";
import { wireOf } from "./wire-template.js";

/** Can it be a filter at all? One that is required cannot be left out. */
const isUsable = ({ filter, required, schema }: FilterSource): boolean => filter === undefined && !required && isComparable(schema);

/** The values of a field without bare parameter: those of an operator that compares with one, or with several. */
const valueSchema = (members: readonly Member[]): Schema | undefined => {
  const ofKind = (kind: string): Schema | undefined => members.find(({ word }) => word?.kind === kind)?.source.schema;
  return ofKind("value") ?? ofKind("list") ?? members[0]?.source.schema;
};

interface Operand {
  readonly name: string;
  readonly negated: boolean;
  readonly wire: FilterWire;
  readonly operator: Omit<FilterOperator, "name" | "plain" | "negated">;
}

const operandOf = (
  source: FilterSource,
  reading: Pick<Member, "operator" | "negated" | "word">,
  field: string,
  schema: Schema,
): readonly Operand[] => {
  const wire = wireOf(source.name, field, source.pointer);
  if (wire === undefined) return [];
  const value = operandKind(source.schema, schema, reading.word?.kind ?? "value");
  const operator = { ...value, style: styleOf(source), allowReserved: source.allowReserved };
  return [{ name: reading.operator, negated: reading.negated, wire, operator }];
};

const isAlike = (left: Operand["operator"], right: Operand["operator"]): boolean =>
  left.kind === right.kind && left.style === right.style && left.allowReserved === right.allowReserved && left.schema === right.schema;

/** Operators with their negations; a parameter that says the same as another, or other than its positive form, is left out. */
const combined = (operands: readonly Operand[]): readonly FilterOperator[] => {
  const operators = new Map<string, FilterOperator>();
  // positive forms first: they say what is compared
  for (const { name, negated, wire, operator } of [...operands].sort((left, right) => Number(left.negated) - Number(right.negated))) {
    const known = operators.get(name);
    const key = negated ? "negated" : "plain";
    if (known === undefined) operators.set(name, { name, ...operator, [key]: wire });
    else if (known[key] === undefined && isAlike(known, operator)) operators.set(name, { ...known, [key]: wire });
  }
  return [...operators.values()];
};

interface Grouping {
  readonly detection: Detection;
  /** The dialect that the document declares, whose sets name operators. */
  readonly dialect: FilterDialect | undefined;
}

const toField = (candidate: Candidate, members: readonly Member[], reason: string, { dialect }: Grouping): FilterField | undefined => {
  const { field, bare } = candidate;
  const anchor = bare ?? members[0]?.source;
  const schema = bare?.schema ?? valueSchema(members);
  if (anchor === undefined || schema === undefined) return undefined;
  const values = scalarOf(schema).schema;
  const plain = bare === undefined ? [] : operandOf(bare, { operator: "equals", negated: false, word: undefined }, field, values);
  const all = [...plain, ...members.flatMap((member) => operandOf(member.source, member, field, values))];
  const operators = combined(all);
  const names = operators.flatMap(({ name }) => (name === "equals" ? [] : [name]));
  const set = dialect === undefined ? undefined : setOf(dialect, names);
  const words = [...(members[0]?.spelling.words.values() ?? [])].map(({ operator }) => operator);
  const order = (set === undefined ? undefined : dialect?.sets.get(set)) ?? words;
  const description = bare?.description;
  return {
    name: field,
    pointer: anchor.pointer,
    ...(description !== undefined && { description }),
    schema: values,
    ...(set !== undefined && { set }),
    operators: inOrder(operators, ({ name }) => name, order),
    evidence: { dialects: [...new Set(members.map(({ spelling }) => spelling.name))], reason },
  };
};

/** What the parameters of an operation have been taken for so far. */
interface Taken {
  readonly parameters: Set<string>;
  readonly fields: Set<string>;
}

const groupOne = (candidate: Candidate, taken: Taken, grouping: Grouping): readonly FilterField[] => {
  const isFree = (source: FilterSource): boolean => !taken.parameters.has(source.name);
  const members = counted(candidate).filter(({ source }) => isFree(source));
  const reason = reasonFor({ ...candidate, ...(candidate.bare !== undefined && !isFree(candidate.bare) && { bare: undefined }) }, members, grouping.detection);
  if (reason === undefined || taken.fields.has(candidate.field)) return [];
  const bare = candidate.bare !== undefined && isFree(candidate.bare) && isUsable(candidate.bare) ? candidate.bare : undefined;
  const usable = members.filter(({ source }) => isUsable(source) && source !== bare);
  const field = usable.length === 0 && candidate.family === "" ? undefined : toField({ ...candidate, bare }, usable, reason, grouping);
  if (field === undefined) return [];
  for (const { plain, negated } of field.operators)
    for (const wire of [plain, negated]) if (wire !== undefined) taken.parameters.add(wire.name);
  taken.fields.add(field.name);
  return [field];
};

/**
 * The filter fields that a description spells out parameter by parameter. What a parameter says of itself with `x-filter`
 * (`false` included) is all that is said of its field. `declared` are fields that are there already.
 */
export const groupEnumerated = (
  parameters: readonly FilterSource[],
  grouping: Grouping,
  declared: readonly FilterField[] = [],
): readonly FilterField[] => {
  const own = parameters.filter(({ filter }) => filter !== undefined).map(({ name }) => name);
  const taken: Taken = { parameters: new Set(own), fields: new Set([...own, ...declared.map(({ name }) => name)]) };
  const grouped = candidatesOf(parameters, grouping.detection.read).flatMap((candidate) => groupOne(candidate, taken, grouping));
  const place = new Map(parameters.map(({ pointer }, index) => [pointer, index]));
  return grouped.sort((left, right) => (place.get(left.pointer) ?? 0) - (place.get(right.pointer) ?? 0));
};
