import { type Code, code, type ImportedSymbol, join, symbol, typeSymbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import { scalarOf } from "../../filters/scalar.js";
import type { Leaf } from "../../../templates/client/wire/representation.js";
import type { Operation } from "../../model/contract.js";
import type { Schema } from "../../model/schema.js";
import type { OperationNames, Plan } from "../../plan/plan.js";
import { otherParameters } from "../filters/query.js";
import { shownType } from "./codec-code.js";

type Named = readonly [name: string, leaf: Leaf];

const leafOf = (schema: Schema, plan: Plan): Leaf | undefined => {
  const tree = plan.codecOf(scalarOf(schema).schema);
  return tree?.kind === "leaf" ? tree.leaf : undefined;
};

const named = (name: string, schema: Schema, plan: Plan): readonly Named[] => {
  const leaf = leafOf(schema, plan);
  return leaf === undefined ? [] : [[name, leaf]];
};

const fields = ({ filters }: Operation, plan: Plan): readonly Named[] => (filters?.fields ?? []).flatMap((field) => named(field.name, field.schema, plan));

const others = (operation: Operation, plan: Plan): readonly Named[] =>
  otherParameters(operation).flatMap(({ name, schema, json }) => (json ? [] : named(name, schema, plan)));

export const hasQueryCodec = (operation: Operation, plan: Plan): boolean => fields(operation, plan).length + others(operation, plan).length > 0;

const record = (entries: readonly Named[]): Code => code`{ ${entries.map(([name, leaf]) => code`readonly ${propertyKey(name)}: ${literal(leaf)}; `)}}`;

const encodable = (type: Code, names: Code, plan: Plan): Code => code`${typeSymbol("runtime/client/wire/decoded", "EncodableQuery")}<${type}, ${names}, ${shownType(plan)}>`;

/** A `where` whose fields also take what a program sees of their values. */
export const encodableWhere = (type: Code, operation: Operation, plan: Plan): Code => {
  const known = fields(operation, plan);
  return known.length === 0 ? type : encodable(type, record(known), plan);
};

/** The names of all parameters of a field are a type of their own. */
const parametersOf = (entries: readonly Named[], leaf: Leaf, { module, fieldParameter }: OperationNames): readonly Code[] =>
  entries.flatMap(([name, own]) => {
    const type = own === leaf ? fieldParameter.get(name) : undefined;
    return type === undefined ? [] : [code`${typeSymbol(module, type)}`];
  });

/** The flat query in the same way. */
export const encodableQuery = (type: Code, operation: Operation, names: OperationNames, plan: Plan): Code => {
  if (!hasQueryCodec(operation, plan)) return type;
  const known = fields(operation, plan);
  const leaves = [...new Set(known.map(([, leaf]) => leaf))];
  const records = leaves.map((leaf) => code`Readonly<Record<${join(parametersOf(known, leaf, names), " | ")}, ${literal(leaf)}>>`);
  const other = others(operation, plan);
  return encodable(type, join([...records, ...(other.length === 0 ? [] : [record(other)])], " & "), plan);
};

/** `wire: wireOfQuery(filterTable, { created_at: "date-time" }),` */
export const queryWire = (operation: Operation, table: ImportedSymbol, plan: Plan): Code => {
  const entries = [...fields(operation, plan), ...others(operation, plan)];
  if (entries.length === 0) return code``;
  return code`wire: /* @__PURE__ */ ${symbol("runtime/client/wire/wire-query", "wireOfQuery")}(${table}, ${literal(Object.fromEntries(entries))}),\n`;
};
