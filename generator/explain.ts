import type { Bulk, Contract, Operation } from "./model/contract.js";
import type { FilterField, FilterOperator } from "./model/filter.js";
import type { Schema } from "./model/schema.js";
import { expected } from "./keywords/type.js";
import { type Evidence, evidenceFor } from "./rules/evidence.js";
import { kindOf, type Rule } from "./rules/index.js";
import type { Pointer } from "./source/pointer.js";

/** One thing that was understood, with where it stands. */
export interface Line {
  readonly text: string;
  readonly pointer?: Pointer;
}

export interface Explanation {
  readonly kind: "operation" | "schema";
  readonly name: string;
  readonly pointer: Pointer;
  readonly title: string;
  readonly lines: readonly Line[];
}

const negatable = (operators: readonly FilterOperator[]): string => {
  const names = operators.filter(({ negated }) => negated !== undefined).map(({ name }) => name);
  if (names.length === operators.length) return "all can be negated";
  return names.length === 0 ? "none can be negated" : `can be negated: ${names.join(", ")}`;
};

const operators = (field: FilterField): string =>
  `${field.operators.map(({ name, plain }) => (plain === undefined ? `not ${name}` : name)).join(", ")}; ${negatable(field.operators)}`;

/** `NetBox lookups, beside name`; nothing where the description says that it is a filter. */
const evidence = ({ evidence: { dialects, reason } }: FilterField): string =>
  dialects[0] === "x-filter" ? "" : `; ${[...dialects, reason].join(", ")}`;

const valueOf = (schema: Schema): string => {
  const { type, enum: values, format, items } = schema.keywords;
  if (values !== undefined) return `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  if (items !== undefined) return `list of ${valueOf(items)}`;
  return [type === undefined ? "any value" : expected(type), format === undefined ? "" : `(${format.name})`].join(" ").trim();
};

/** The rule, and below it the sentences that it was lifted from. */
const ruleLines =
  (evidence: readonly Evidence[] = []) =>
  (rule: Rule): readonly Line[] => [
    { text: `rule ${rule.kind}: ${kindOf(rule).sentence(rule)}`, pointer: rule.pointer },
    ...evidenceFor(rule, evidence).map(({ sentence, confidence }) => ({ text: `  lifted from ${JSON.stringify(sentence)}${confidence === undefined ? "" : ` (${confidence})`}` })),
  ];

const bulkLine = ({ request, items }: Bulk): Line => ({
  text: request === "" ? "bulk: the request itself is the list of items" : `bulk: items at ${JSON.stringify(request)} of the request`,
  pointer: items.pointer,
});

const explainOperation = (operation: Operation): Explanation => ({
  kind: "operation",
  name: operation.id,
  pointer: operation.pointer,
  title: `${operation.method.toUpperCase()} ${operation.path}`,
  lines: [
    ...(operation.filters?.fields ?? []).map((field) => ({
      text: `filter ${field.name}: ${valueOf(field.schema)}; ${operators(field)}${evidence(field)}`,
      pointer: field.pointer,
    })),
    ...operation.filterExpressions.map(({ parameter, grammar, pointer }) => ({ text: `expression ${parameter}: ${grammar}, left to whoever calls`, pointer })),
    ...operation.queryRules.flatMap(ruleLines(operation.evidence)),
    ...(operation.orderBy === undefined ? [] : [{ text: `order by ${operation.orderBy.parameter}: ${operation.orderBy.values.length} values` }]),
    ...(operation.bulk === undefined ? [] : [bulkLine(operation.bulk)]),
    ...(operation.pagination === undefined ? [] : [{ text: `pages: ${Object.values(operation.pagination).join(", ")}` }]),
    ...(operation.stream === undefined ? [] : [{ text: `streams JSON Lines when ${operation.stream.parameter} is ${String(operation.stream.value)}` }]),
  ],
});

const isBelow = (pointer: Pointer, owner: Pointer): boolean => pointer === owner || pointer.startsWith(`${owner}/`);

/** All that a schema says between fields, whether or not other keywords say it too. */
export const rulesTold = ({ rules, implied = [], variants = [] }: Schema): readonly Rule[] => [...rules, ...implied, ...variants.map(({ rule }) => rule)];

const explainSchema = (name: string, schema: Schema, ruled: readonly Schema[]): Explanation => {
  const inside = ruled.filter((other) => isBelow(other.pointer, schema.pointer));
  return {
    kind: "schema",
    name,
    pointer: schema.pointer,
    title: "",
    lines: inside.flatMap((other) => {
      const where = other === schema ? "" : `${other.pointer.slice(schema.pointer.length)} `;
      return rulesTold(other).flatMap((rule) =>
        ruleLines(other.annotations.evidence)(rule).map((line) => (line.pointer === undefined ? line : { ...line, text: `${where}${line.text}` })),
      );
    }),
  };
};

/** What was understood of a contract; with `only`, of the one operation or schema of that name. */
export const explain = (contract: Contract, only?: string): readonly Explanation[] => {
  const ruled = [...contract.schemaAt.values()].filter((schema) => rulesTold(schema).length > 0);
  return [
    ...contract.operations.map(explainOperation),
    ...contract.schemas.map(({ name, schema }) => explainSchema(name, schema, ruled)),
  ].filter(({ name }) => only === undefined || name === only);
};
