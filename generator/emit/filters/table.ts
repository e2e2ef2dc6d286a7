import { type Code, code, codeText, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import type { Operation, Parameter } from "../../model/contract.js";
import type { FilterField } from "../../model/filter.js";
import type { Schema } from "../../model/schema.js";
import { resolved } from "../../model/schema-at.js";
import { tableKey, tablesModule } from "../../plan/filter-sets.js";
import { camelCase } from "../../plan/words.js";
import type { FilterContext } from "./filter-context.js";
import { otherParameters } from "./query.js";
import { type Scalar, scalarOf } from "../../filters/scalar.js";
import { operatorTable } from "./operator-table.js";

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

/** Values of a field, or of an operator that has its own. */
interface Valued {
  readonly name: string;
  readonly schema: Schema;
}

/** dateTimeValue, stringValue; listed values are named after the first field that has them. */
const kindName = ({ name, schema }: Valued): string => {
  const { comparable, parse } = scalarOf(schema);
  const { enum: values, const: constant, format } = comparable.keywords;
  const isListed = values !== undefined || constant !== undefined;
  return `${camelCase(isListed ? name : (format?.name ?? parse), "field")}Value`;
};

const valuesOf = (fields: readonly FilterField[]): readonly Valued[] =>
  fields.flatMap((field) => [
    field,
    ...field.operators.flatMap(({ name, schema }) => (schema === undefined ? [] : [{ name: `${field.name} ${name}`, schema }])),
  ]);

/** Names each kind of value, by its schema; fields of the same kind share one. */
const nameValues = (fields: readonly FilterField[], context: FilterContext): ReadonlyMap<Schema, Value> => {
  const byText = new Map<string, Value>();
  const names = new Set<string>();
  const nameOf = (valued: Valued): string => {
    const wanted = kindName(valued);
    for (let attempt = 1; ; attempt++) {
      const name = attempt === 1 ? wanted : `${wanted}${attempt}`;
      if (!names.has(name)) return name;
    }
  };
  return new Map(
    valuesOf(fields).map((valued) => {
      const value = valueCode(scalarOf(valued.schema), context);
      const text = spelled(value);
      const known = byText.get(text) ?? { name: nameOf(valued), value };
      byText.set(text, known);
      names.add(known.name);
      return [valued.schema, known];
    }),
  );
};

const fieldRow = (field: FilterField, values: ReadonlyMap<Schema, Value>, context: FilterContext): Code => {
  const { name, object, operators, schema } = field;
  const valueName = (own: Schema): Code => identifier(values.get(own)?.name ?? "undefined");
  const shared = context.sets.tables.get(tableKey(field) ?? "");
  const table =
    shared === undefined
      ? operatorTable(operators, (operator) => (operator.schema === undefined ? undefined : valueName(operator.schema)))
      : code`${symbol(tablesModule, shared)}`;
  const members = [
    code`name: ${literal(name)}`,
    code`value: ${valueName(schema)}`,
    code`operators: ${table}`,
    ...(object === undefined ? [] : [code`object: ${literal(object.path)}`]),
    ...(object?.exclusive === true ? [code`exclusive: true`] : []),
  ];
  return code`{ ${join(members, ", ")} }`;
};

const runtimeType = (name: string): Code => code`${typeSymbol("runtime/filters", name)}`;

/** Members of an object stand in the query under names that begin with its own, or under their own. */
const namesIn = ({ name, style, explode, json, schema }: Parameter): readonly string[] => {
  if (style === "deepObject") return [name, `${name}[`];
  const { properties } = resolved(schema).keywords;
  return style === "form" && explode && !json && properties !== undefined ? [name, ...properties.keys()] : [name];
};

const otherNames = (operation: Operation): readonly string[] => [...new Set(otherParameters(operation).flatMap(namesIn))];

/** The table from which the run time reads, writes and validates; no code per parameter. */
export const emitTable = (operation: Operation, context: FilterContext): readonly Declaration[] => {
  const fields = operation.filters?.fields ?? [];
  const values = nameValues(fields, context);
  const rows = fields.map((field) => fieldRow(field, values, context));
  const others = literal(otherNames(operation));
  const table = code`{\nfields: [${join(
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
