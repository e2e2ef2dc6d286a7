import type { FilterField, FilterOperator } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import { brackets } from "./brackets.js";
import type { FilterSource } from "./filter-source.js";
import { operandKind } from "./plain-values.js";
import { definition, isComparable, scalarOf } from "./scalar.js";
import { wireOf } from "./wire-template.js";

/** Parameters that hold the filters of several fields. */
const containers = /^(?:filters?|where)$/;

interface Operators {
  readonly members: ReadonlyMap<string, Schema>;
  /** The value that can stand instead of operators. */
  readonly value: Schema | undefined;
}

const { words } = brackets.spelling;

const propertiesOf = (schema: Schema): ReadonlyMap<string, Schema> | undefined => {
  const { properties } = definition(schema).keywords;
  return properties === undefined || properties.size === 0 ? undefined : properties;
};

const areOperators = (properties: ReadonlyMap<string, Schema>): boolean =>
  [...properties].every(([name, schema]) => words.has(name) && isComparable(schema));

/** The members of an object of operators, or of one that is an alternative to a single value. */
const operatorsOf = (schema: Schema): Operators | undefined => {
  const { anyOf, oneOf } = definition(schema).keywords;
  const alternatives = anyOf ?? oneOf ?? [schema];
  const objects = alternatives.flatMap((alternative) => propertiesOf(alternative) ?? []);
  const others = alternatives.filter((alternative) => propertiesOf(alternative) === undefined);
  const [members, ...more] = objects;
  if (members === undefined || more.length > 0 || others.length > 1 || !areOperators(members)) return undefined;
  const [value] = others;
  // one member that is named like an operator is no evidence by itself
  if (value === undefined ? members.size < 2 : !isComparable(value)) return undefined;
  return { members, value };
};

interface Place {
  readonly source: FilterSource;
  readonly field: string;
  readonly path: readonly string[];
}

const writtenPath = ([first = "", ...others]: readonly string[]): string => first + others.map((name) => `[${name}]`).join("");

const operator = (place: Place, name: string, path: readonly string[], own: Schema, values: Schema): readonly FilterOperator[] => {
  const { source, field } = place;
  const value = operandKind(own, values, words.get(name)?.kind ?? "value");
  const wire = wireOf(writtenPath(path) + (value.kind === "list" ? "[]" : ""), field, source.pointer);
  return wire === undefined ? [] : [{ name, ...value, style: "repeat", allowReserved: source.allowReserved, plain: wire }];
};

const toField = (place: Place, { members, value }: Operators, reason: string): FilterField => {
  const { source, field, path } = place;
  const compared = [...members].find(([name]) => words.get(name)?.kind === "value")?.[1] ?? [...members.values()][0];
  const values = scalarOf(value ?? compared ?? source.schema).schema;
  const bare = value === undefined ? [] : operator(place, "equals", path, value, values);
  const order = [...words.keys()];
  const operators = [...members].sort(([left], [right]) => order.indexOf(left) - order.indexOf(right));
  const description = source.description;
  return {
    name: field,
    pointer: source.pointer,
    ...(description !== undefined && path.length === 1 && { description }),
    schema: values,
    operators: [...bare, ...operators.flatMap(([name, own]) => operator(place, name, [...path, name], own, values))],
    object: { path, exclusive: value !== undefined },
    evidence: { dialects: [brackets.spelling.name], reason },
  };
};

/** `filter[name]` as a member of the parameter `filter`: a value by itself, or operators. */
const memberField = (source: FilterSource, name: string, schema: Schema): readonly FilterField[] => {
  const place: Place = { source, field: name, path: [source.name, name] };
  const reason = `members of ${source.name}`;
  const operators = operatorsOf(schema);
  if (operators !== undefined) return [toField(place, operators, reason)];
  return isComparable(schema) ? [toField(place, { members: new Map(), value: schema }, reason)] : [];
};

const containedFields = (source: FilterSource): readonly FilterField[] => {
  const properties = propertiesOf(source.schema);
  if (properties === undefined || !containers.test(source.name)) return [];
  const hasOperators = [...properties.values()].some((schema) => operatorsOf(schema) !== undefined);
  return hasOperators ? [...properties].flatMap(([name, schema]) => memberField(source, name, schema)) : [];
};

const fieldsOf = (source: FilterSource): readonly FilterField[] => {
  if (source.style !== "deepObject" || source.required || source.filter !== undefined || source.json) return [];
  const operators = operatorsOf(source.schema);
  if (operators === undefined) return containedFields(source);
  const place: Place = { source, field: source.name, path: [source.name] };
  return [toField(place, operators, "operators are the members of one parameter")];
};

/** The filter fields whose operators are members of one parameter (`deepObject`). */
export const groupObjects = (sources: readonly FilterSource[]): readonly FilterField[] => sources.flatMap(fieldsOf);
