import { type Code, code, codeText, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import { hasBare } from "../../filters/has-bare.js";
import type { Operation } from "../../model/contract.js";
import type { FilterField } from "../../model/filter.js";
import { camelCase } from "../../plan/words.js";
import type { FilterContext } from "./filter-context.js";
import { negatableKeys } from "./operand-type.js";
import { otherParameters } from "./query.js";
import { type Scalar, scalarOf } from "../../filters/scalar.js";
import { dialectTable, tablesModule } from "../../plan/filter-sets.js";
import { operatorTable } from "./shared-filters.js";

export const tableName = identifier("filterTable");

/** { parse: "string", is: (value) => isDateTime(value), expected: "a valid date-time" } */
const valueCode = ({ comparable, parse, expected, code: issueCode }: Scalar, context: FilterContext): Code => {
  const test = context.valueTest(comparable, code`value`);
  const is = spelled(test) === "true" ? code`() => true` : code`(value) => ${test}`;
  const issue = issueCode === "format" ? code`` : code`, code: ${literal(issueCode)}`;
  return code`{ parse: ${literal(parse)}, is: ${is}, expected: ${literal(expected)}${issue} }`;
};

/** Text that is equal for equal code only. */
const spelled = (source: Code): string => codeText(source, ({ module, name }) => `${module}#${name}`);

interface Value {
  readonly name: string;
  readonly value: Code;
}

/** dateTimeValue, stringValue; listed values are named after the first field that has them. */
const kindName = (field: FilterField): string => {
  const { comparable, parse } = scalarOf(field.schema);
  const { enum: values, const: constant, format } = comparable.keywords;
  const isListed = values !== undefined || constant !== undefined;
  return `${camelCase(isListed ? field.name : (format?.name ?? parse), "field")}Value`;
};

/** Names each kind of value; fields of the same kind share one. */
const nameValues = (fields: readonly FilterField[], context: FilterContext): ReadonlyMap<FilterField, Value> => {
  const byText = new Map<string, Value>();
  const names = new Set<string>();
  const nameOf = (field: FilterField): string => {
    const wanted = kindName(field);
    for (let attempt = 1; ; attempt++) {
      const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
      if (!names.has(name)) return name;
    }
  };
  return new Map(
    fields.map((field) => {
      const value = valueCode(scalarOf(field.schema), context);
      const text = spelled(value);
      const known = byText.get(text) ?? { name: nameOf(field), value };
      byText.set(text, known);
      names.add(known.name);
      return [field, known];
    }),
  );
};

const negatable = (field: FilterField): Code => {
  const keys = negatableKeys(field);
  return literal(keys === true || (keys.length > 0 && keys));
};

const operators = (field: FilterField, context: FilterContext): Code => {
  const set = field.set === undefined ? undefined : context.sets.get(field.set);
  return set === undefined ? operatorTable(field.operators) : code`${symbol(tablesModule, set.table)}`;
};

const fieldRow = (field: FilterField, value: Value, context: FilterContext): Code => {
  const members = [
    code`name: ${literal(field.name)}`,
    code`value: ${identifier(value.name)}`,
    code`operators: ${operators(field, context)}`,
    code`negatable: ${negatable(field)}`,
    ...(scalarOf(field.schema).list ? [code`list: true`] : []),
    ...(hasBare(field) ? [] : [code`bare: false`]),
  ];
  return code`{ ${join(members, ", ")} }`;
};

const runtimeType = (name: string): Code => code`${typeSymbol("runtime/filters", name)}`;

/** The table from which the run time reads, writes and validates; no code per parameter. */
export const emitTable = (operation: Operation, context: FilterContext): readonly Declaration[] => {
  const fields = operation.filters?.fields ?? [];
  const values = nameValues(fields, context);
  const rows = fields.flatMap((field) => {
    const value = values.get(field);
    return value === undefined ? [] : [fieldRow(field, value, context)];
  });
  const others = literal(otherParameters(operation).map(({ name }) => name));
  const dialect = fields.length === 0 ? code`` : code`dialect: ${symbol(tablesModule, dialectTable)},\n`;
  const table = code`{\n${dialect}fields: [${join(
    rows.map((row) => code`\n${row},`),
    "",
  )}${rows.length === 0 ? code`` : code`\n`}],\nothers: ${others},\n}`;
  const consts = [...new Set(values.values())].map(({ name, value }): Declaration => ({
    kind: "const",
    name,
    exported: false,
    type: runtimeType("FilterValue"),
    value,
  }));
  return [
    ...consts,
    { kind: "const", name: "filterTable", exported: true, internal: true, type: runtimeType("FilterTable"), value: table },
  ];
};
