import type { Plan, PlannedOperation, PlannedSchema } from "../plan/plan.js";
import type { FilterField, FilterOperator, FilterSet } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import { tokens } from "../source/pointer.js";
import { moduleLimit } from "./chunks.js";
import { clientText } from "./readme-client.js";
import { kindOf, type Rule } from "../rules/index.js";
import { plainKinds } from "../rules/plain.js";

/** Text of a description inside a Markdown table or line: no markup of its own, no line of its own. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll(/[\\`*_{}[\]<>#|!]/g, "\\$&")
    .trim();

const code = (text: string): string => (/[`\r\n|]/.test(text) ? plain(text) : `\`${text}\``);

const width = (text: string): number => [...text].length;

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

/** A Markdown table whose columns line up in the source, too. */
const alignedTable: Table = (head, rows) => {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => width(row[column] ?? ""))));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell))).join(" | ")} |`;
  return [line(head), line(widths.map((size) => "-".repeat(size))), ...rows.map(line)].join("\n");
};

/** Without the space that would be most of a large table. */
const tightTable: Table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const section = (title: string, body: string): readonly string[] => (body === "" ? [] : [`## ${title}`, body]);

const operationRow = ({ operation }: PlannedOperation): readonly string[] => [
  code(operation.id),
  code(`${operation.method.toUpperCase()} ${operation.path}`),
  plain(operation.summary ?? ""),
];

/** Where everything can be negated, one sentence says so and the cells need not. */
const isNegatable = ({ fields }: FilterSet): boolean =>
  fields.every(({ operators }) => operators.every(({ plain, negated }) => plain !== undefined && negated !== undefined));

const mark = (operator: FilterOperator | undefined, all: boolean): string => {
  if (operator === undefined) return "";
  if (operator.plain === undefined) return "only `not`";
  return operator.negated === undefined || all ? "yes" : "yes, `not`";
};

/** `equals` stands first. */
const operatorNames = ({ fields }: FilterSet): readonly string[] => [
  ...new Set(["equals", ...fields.flatMap((field) => field.operators.map((operator) => operator.name))]),
];

const filterRow = (field: FilterField, operators: readonly string[], all: boolean): readonly string[] => [
  code(field.name),
  ...operators.map((name) => mark(field.operators.find((operator) => operator.name === name), all)),
];

const filterTable = ({ operation, names }: PlannedOperation, table: Table): readonly string[] => {
  const { filters } = operation;
  if (filters === undefined) return [];
  const operators = operatorNames(filters);
  const all = isNegatable(filters);
  return [
    `### ${code(operation.id)}`,
    `\`${names.where}\` (nested), \`${names.query}\` (flat), \`${names.filterParameter}\` (all names).${all ? " Every filter can be negated with `not`." : ""}`,
    table(["field", ...operators.map((name) => (name === "equals" ? name : code(name)))], filters.fields.map((field) => filterRow(field, operators, all))),
  ];
};

const ruleRows = (where: string, rules: readonly Rule[]): readonly (readonly string[])[] =>
  rules.map((rule) => [code(where), plain(kindOf(rule).sentence(rule)), code(rule.kind)]);

/** Keywords that stay what they are are what validators report. */
const impliedRows = (where: string, { implied = [], variants = [] }: Schema): readonly (readonly string[])[] =>
  [...implied, ...variants.map(({ rule }) => rule)].map((rule) => {
    const keyword = tokens(rule.pointer).at(-1) ?? "";
    return [code(where), plain(kindOf(rule).sentence(rule)), ["anyOf", "oneOf", "not"].includes(keyword) ? code(keyword) : ""];
  });

/** Facts about the server's data, which no validator can check. */
const uniqueRows = ({ schema, names }: PlannedSchema): readonly (readonly string[])[] =>
  [...(schema.keywords.properties ?? [])]
    .filter(([, member]) => member.annotations.unique === true)
    .map(([name]) => [code(`${names.type}.${name}`), "unique on the server; not checked here", ""]);

const schemaRow = ({ names }: PlannedSchema): readonly string[] => [
  code(names.type),
  code(names.validate),
  code(names.is),
  code(names.standard),
  code(names.jsonSchema),
];

const validatorTable = ({ schemas }: Plan): string => alignedTable(["type", "validate", "is", "Standard Schema", "JSON Schema"], schemas.map(schemaRow));

/** The names but for the last follow from that of the type. */
const validatorList = ({ schemas }: Plan): string =>
  [
    "Of each type `X` there are `validateX`, `isX`, the Standard Schema `XSchema` and the JSON Schema that stands beside it.",
    tightTable(["type", "JSON Schema"], schemas.map(({ names }) => [code(names.type), code(names.jsonSchema)])),
  ].join("\n\n");

/** What comes in streams, and how it is read. */
const streamsText = ({ streams }: Plan, table: Table): string =>
  streams.length === 0
    ? ""
    : [
        "A stream is read with `for await`: each item as `{ line, index, value }` or `{ line, index, issues }`, and nothing in its data ends it. The source is an async iterable of items, or JSON Lines as a `ReadableStream` or an async iterable of bytes or strings. A line longer than `maxLineLength` (1,048,576 code units unless told otherwise) is an issue and is not kept. Items are not compared with each other.",
        table(["item", "validate"], streams.map(({ item, validate }) => [code(item.names.type), code(validate)])),
      ].join("\n\n");

const jsonSchemaText =
  "`XJsonSchema` is plain JSON Schema 2020-12 that stands alone: what it refers to is in its `$defs`. Rules between fields are the keywords that they were written in; extensions, and the rules that only they can say, are left out.";

/** What a compiler has to know beside the package itself. */
const requirements = (operations: readonly PlannedOperation[]): readonly string[] =>
  operations.length > 0
    ? ["The types need those of `fetch` and `URLSearchParams`: the library `DOM` in `compilerOptions.lib`, or `@types/node`."]
    : [];

const codes: readonly (readonly [string, string])[] = [
  ["type, enum, const", "the value has the wrong type or is none of those allowed"],
  ["minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf", "a number is out of range"],
  ["minLength, maxLength, pattern, format", "a text has the wrong length (in code points) or form"],
  ["minItems, maxItems, uniqueItems, unevaluatedItems, contains, minContains, maxContains", "an array has the wrong items"],
  [
    "required, additionalProperties, unevaluatedProperties, minProperties, maxProperties, propertyNames",
    "an object has the wrong properties",
  ],
  ["anyOf, oneOf, not, never", "the value matches none, several or a forbidden form"],
  [[...Object.keys(plainKinds), "ascending"].join(", "), "a rule between fields is broken; `fields` names them"],
  ["uniqueBy", "two items of a batch have the same key; the message names both indexes"],
  ["json, encoding, lineTooLong", "a line of a stream is no JSON, no UTF-8, or longer than `maxLineLength`"],
  ["unknownParameter, unknownOperator, negationNotAllowed, duplicateParameter", "a query has a parameter that the operation does not take"],
];

/** How a README says the same in more or less room. */
interface Layout {
  readonly table: Table;
  readonly validators: (plan: Plan) => string;
}

const roomy: Layout = { table: alignedTable, validators: validatorTable };
const tight: Layout = { table: tightTable, validators: validatorList };

const readmeText = (plan: Plan, { table, validators }: Layout): string => {
  const { contract, operations, schemas } = plan;
  const rules = [
    ...schemas.flatMap(({ schema, names }) => [...ruleRows(names.type, schema.rules), ...impliedRows(names.type, schema)]),
    ...operations.flatMap(({ operation, names }) => ruleRows(names.query, operation.queryRules)),
    ...schemas.flatMap(uniqueRows),
  ];
  return `${[
    `# ${plan.packageName}`,
    `${plain(contract.title)} ${plain(contract.version)}: client, types, filters and validators. Generated by openapi-sieve; changes are overwritten.`,
    ...requirements(operations),
    ...section("Operations", table(["operation", "request", "summary"], operations.map(operationRow))),
    ...section("Client", clientText(plan)),
    ...section("Filters", operations.flatMap((planned) => filterTable(planned, table)).join("\n\n")),
    ...section("Rules", rules.length === 0 ? "" : table(["where", "rule", "code"], rules)),
    ...section("Validators", [validators(plan), jsonSchemaText].join("\n\n")),
    ...section("Streams", streamsText(plan, table)),
    ...section(
      "Issue codes",
      [
        "A validator answers `{ value }` or `{ issues }`; an issue is `{ code, path, message, fields? }`.",
        table(["code", "says"], codes.map(([names, says]) => [names.split(", ").map(code).join(", "), says])),
      ].join("\n\n"),
    ),
  ].join("\n\n")}\n`;
};

/** The package's own README: operations, filters as field × operator, rules, validators, codes. */
export const readme = (plan: Plan): string => {
  const text = readmeText(plan, roomy);
  return text.length > moduleLimit ? readmeText(plan, tight) : text;
};
