import type { FilterDialect, FilterField, FilterParameter } from "../model/filter.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { parametersOfField } from "./parameters-of.js";

const object = (members: Readonly<Record<string, SourceValue | undefined>>): SourceObject =>
  new Map(Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));

/** A copy of its own for each parameter, since YAML writes what is shared as an alias. */
const copy = (value: SourceValue): SourceValue => {
  if (isSourceArray(value)) return value.map(copy);
  return isSourceObject(value) ? new Map([...value].map(([key, member]) => [key, copy(member)])) : value;
};

const memberCopy = (source: SourceObject, key: string): SourceValue | undefined => {
  const member = source.get(key);
  return member === undefined ? undefined : copy(member);
};

const isList = ({ operators }: FilterField): boolean => operators.some(({ name, kind }) => name === "equals" && kind === "list");

/** `schema`, `style` and `explode` of a parameter, by the kind of value that it takes. */
const shape = ({ field, operator }: FilterParameter, source: SourceObject, dialect: FilterDialect): SourceObject => {
  const schema = memberCopy(source, "schema");
  const { kind } = operator;
  if (kind === "text") return object({ schema: object({ type: "string" }) });
  if (kind !== "value" && kind !== "list") return object({ schema: object({ type: kind }) });
  // a field that is itself a list is compared with lists by every operator
  if (kind === "value" || isList(field))
    return object({
      style: source.get("style"),
      explode: source.get("explode"),
      schema,
      content: memberCopy(source, "content"),
    });
  const list = object({ type: "array", ...(schema !== undefined && { items: schema }) });
  return object({ style: "form", explode: dialect.list === "repeat", schema: list });
};

const describe = ({ field, operator, negated }: FilterParameter): string =>
  `${field.name}: ${negated ? "not " : ""}${operator.name === "equals" ? "equal" : operator.name}`;

const spell = (parameter: FilterParameter, source: SourceObject, dialect: FilterDialect): SourceObject =>
  new Map([
    ...object({
      name: parameter.wireName,
      in: "query",
      description: describe(parameter),
      required: false,
      deprecated: source.get("deprecated"),
    }),
    ...shape(parameter, source, dialect),
  ]);

/** A filter that is only compared for equality looks like any other parameter, so `x-filter` has to stay. */
const isPlain = ({ operators }: FilterField): boolean => operators.length === 1 && operators[0]?.negated === undefined;

export const withoutFilter = (source: SourceObject, field: FilterField): SourceObject =>
  isPlain(field) ? source : new Map([...source].filter(([key]) => key !== "x-filter"));

/** The plain parameters that a parameter with `x-filter` stands for, beside its own. */
export const spellOut = (source: SourceObject, field: FilterField, dialect: FilterDialect): readonly SourceObject[] =>
  parametersOfField(field)
    .filter(({ operator, negated }) => operator.name !== "equals" || negated)
    .map((parameter) => spell(parameter, source, dialect));
