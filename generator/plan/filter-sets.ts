import type { FilterField, FilterOperator, FilterWire, ValueKind } from "../model/filter.js";
import { camelCase, pascalCase } from "./words.js";

/** Interfaces of operators, shared by all operations of the package. */
export const operatorsModule = "filters/operators";

/** The same operators as data for the run time. */
export const tablesModule = "filters/tables";

export interface OperatorShape {
  readonly name: string;
  readonly kind: ValueKind;
}

/** What the `where` of a field takes beside a bare value. Fields of one shape share the interfaces of it. */
export interface FilterShape {
  readonly plain: readonly OperatorShape[];
  readonly negated: readonly OperatorShape[];
  readonly set?: string;
}

/** `RangeOperators`, and `RangeFilter`: the operators, and under `not` those that must not hold. */
export interface InterfaceNames {
  readonly operators: string;
  readonly filter: string;
}

/** Names for what the operations of a package share; fields with the same key share it. */
export interface FilterSets {
  readonly interfaces: ReadonlyMap<string, InterfaceNames>;
  readonly tables: ReadonlyMap<string, string>;
}

const shapeOf = ({ name, kind }: FilterOperator): OperatorShape => ({ name, kind });

/** The shape of a field; undefined where an operator has values of its own, which only an interface of its own can say. */
export const shapeOfField = ({ operators, object, set }: FilterField): FilterShape | undefined => {
  if (operators.some(({ schema }) => schema !== undefined)) return undefined;
  const listed = object?.exclusive === true ? operators.filter(({ name }) => name !== "equals") : operators;
  const having = (has: (operator: FilterOperator) => FilterWire | undefined): readonly OperatorShape[] =>
    listed.filter((operator) => has(operator) !== undefined).map(shapeOf);
  return { plain: having(({ plain }) => plain), negated: having(({ negated }) => negated), ...(set !== undefined && { set }) };
};

/** Does the field take nothing but a bare value? */
export const isBareOnly = (field: FilterField): boolean =>
  field.operators.every(({ name, negated }) => name === "equals" && negated === undefined);

const keyOf = (operators: readonly OperatorShape[]): string => JSON.stringify(operators.map(({ name, kind }) => [name, kind]));

/** Equal for fields whose operators are the same, whatever the fields are called. */
export const shapeKey = ({ plain, negated }: FilterShape): string => `${keyOf(plain)}${keyOf(negated)}`;

/** Words for sets that no dialect names, by an operator that tells the kind of set. */
const families: readonly (readonly [family: string, operators: RegExp])[] = [
  ["Text", /contains|start|end|like|regex|search|^i?[cse]w$|^ie$|^ic$/i],
  ["Range", /^(?:gte?|lte?|ge|le|min|max|before|after|from|to|since|until|greater.*|less.*|between)$/i],
];

/** More operators than these make no name. */
const spelledOut = 3;

const wordsOf = (operators: readonly string[]): string => operators.map((name) => pascalCase(name, "Operator")).join("");

/** textWithoutEmpty: named after what tells it from the largest of its kind. */
const differing = (family: string, names: readonly string[], largest: readonly string[]): string => {
  const missing = largest.filter((name) => !names.includes(name));
  const further = names.filter((name) => !largest.includes(name));
  if (missing.length + further.length > spelledOut) return family;
  const without = missing.length === 0 ? "" : `Without${wordsOf(missing)}`;
  return family + (further.length === 0 ? "" : `With${wordsOf(further)}`) + without;
};

const familyOf = (names: readonly string[]): string =>
  families.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? "Exact";

const namesOf = (operators: readonly OperatorShape[]): readonly string[] => operators.map(({ name }) => name);

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const byContent = (left: FilterShape, right: FilterShape): number =>
  right.plain.length - left.plain.length || byCodeUnit(shapeKey(left), shapeKey(right));

/** The word for a shape's plain operators: the dialect's, the operators themselves, or what kind they are of. */
const wordOf = (shape: FilterShape, all: readonly FilterShape[]): string => {
  if (shape.set !== undefined) return pascalCase(shape.set, "Set");
  const names = namesOf(shape.plain);
  const operators = names.filter((name) => name !== "equals");
  if (operators.length <= spelledOut) return operators.length === 0 ? "Equals" : wordsOf(operators);
  const family = familyOf(operators);
  const kin = all.filter((one) => one.set === undefined && one.plain.length > spelledOut && familyOf(namesOf(one.plain)) === family);
  return differing(family, names, namesOf(kin[0]?.plain ?? shape.plain));
};

const negationWord = ({ plain, negated }: FilterShape): string => {
  if (negated.length === 0 || keyOf(plain) === keyOf(negated)) return "";
  return negated.length > spelledOut ? "Not" : `Not${wordsOf(namesOf(negated))}`;
};

/** `wanted`, or the first of it with a number that is free; taken from then on. */
const take = (wanted: string, taken: Set<string>, isFree: (name: string) => boolean): string => {
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
    if (taken.has(name) || !isFree(name)) continue;
    taken.add(name);
    return name;
  }
};

/** In an order that comes from what the shapes say, so that names do not depend on the order of the description. */
const distinctShapes = (fields: readonly FilterField[]): readonly FilterShape[] => {
  const shapes = fields.filter((field) => !isBareOnly(field)).flatMap((field) => shapeOfField(field) ?? []);
  // a shape that a dialect names somewhere has that name everywhere
  const named = [...shapes].sort((left, right) => Number(right.set !== undefined) - Number(left.set !== undefined));
  const byKey = new Map<string, FilterShape>();
  for (const shape of named) if (!byKey.has(shapeKey(shape))) byKey.set(shapeKey(shape), shape);
  return [...byKey.values()].sort(byContent);
};

const nameInterfaces = (
  shapes: readonly FilterShape[],
  words: ReadonlyMap<string, string>,
  isFree: (name: string) => boolean,
): FilterSets["interfaces"] => {
  const taken = new Set<string>();
  const operators = new Map<string, string>();
  return new Map(
    shapes.map((shape) => {
      const word = words.get(shapeKey(shape)) ?? "Field";
      const plain = operators.get(keyOf(shape.plain)) ?? take(`${word}Operators`, taken, isFree);
      operators.set(keyOf(shape.plain), plain);
      return [shapeKey(shape), { operators: plain, filter: take(`${word}Filter${negationWord(shape)}`, taken, isFree) }];
    }),
  );
};

/** Equal for fields whose operators are spelled alike, too; undefined where an operator has values of its own. */
export const tableKey = (field: FilterField): string | undefined =>
  shapeOfField(field) === undefined
    ? undefined
    : JSON.stringify(
        field.operators.map(({ name, kind, style, allowReserved, plain, negated }) => [
          name,
          kind,
          plain?.template ?? "",
          negated?.template ?? "",
          // of a single value there is nothing to join
          kind === "list" || style === "json" ? style : "",
          allowReserved,
        ]),
      );

const nameTables = (
  fields: readonly FilterField[],
  words: ReadonlyMap<string, string>,
  isFree: (name: string) => boolean,
): FilterSets["tables"] => {
  const wanted = new Map<string, string>();
  for (const field of fields) {
    const key = tableKey(field);
    const shape = shapeOfField(field);
    if (key !== undefined && shape !== undefined) wanted.set(key, camelCase(words.get(shapeKey(shape)) ?? "equals", "set"));
  }
  const taken = new Set<string>();
  return new Map(
    [...wanted].sort(([left], [right]) => byCodeUnit(left, right)).map(([key, word]) => [key, take(`${word}Operators`, taken, isFree)]),
  );
};

/** Names for what fields share, in all operations of a package. */
export const nameFilterSets = (fields: readonly FilterField[], isFree: (name: string) => boolean = () => true): FilterSets => {
  const shapes = distinctShapes(fields);
  const words = new Map(shapes.map((shape) => [shapeKey(shape), wordOf(shape, shapes)]));
  return { interfaces: nameInterfaces(shapes, words, isFree), tables: nameTables(fields, words, isFree) };
};
