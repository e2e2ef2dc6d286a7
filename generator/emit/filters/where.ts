import { code, identifier, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, Member } from "../../code/declaration.js";
import type { FilterSet } from "../../model/filter.js";
import type { OperationNames } from "../../plan/plan.js";
import { fieldType } from "./field-type.js";
import type { FilterContext } from "./filter-context.js";
import { firstLine } from "./first-line.js";
import { parameterName } from "./parameter-names.js";
import { tableName } from "./table.js";

const emitRead = (names: OperationNames): Declaration => ({
  kind: "function",
  name: names.readWhere,
  exported: true,
  docs: "The filters in a query string, or an issue for each parameter that is unknown or has a wrong value.",
  parameters: [{ name: "parameters", type: code`URLSearchParams` }],
  returnType: code`${typeSymbol("runtime/issue", "Result")}<${identifier(names.where)}>`,
  body: code`return ${symbol("runtime/filters", "readWhere")}<${identifier(names.where)}>(${tableName}, parameters);`,
});

const emitWrite = (names: OperationNames): Declaration => ({
  kind: "function",
  name: names.writeWhere,
  exported: true,
  docs: "The filters as a query string, in stable order. Throws a TypeError for a filter that the operation lacks.",
  parameters: [{ name: "where", type: identifier(names.where) }],
  returnType: code`URLSearchParams`,
  body: code`return ${symbol("runtime/filters", "writeWhere")}(${tableName}, where);`,
});

/** The nested form of the filters, and the pair of functions between it and the query string. */
export const emitWhere = (
  filters: FilterSet,
  names: OperationNames,
  context: FilterContext,
): readonly Declaration[] => {
  const types = filters.fields.map((field) => ({ field, ...fieldType(field, parameterName(names, field), context) }));
  const members = types.map(({ field, type }): Member => {
    const docs = firstLine(field.description);
    return { name: field.name, type, optional: true, ...(docs !== undefined && { docs }) };
  });
  return [
    ...types.flatMap(({ declarations }) => declarations),
    {
      kind: "interface",
      name: names.where,
      exported: true,
      docs: "The filters by field: a value, or operators.",
      members,
    },
    emitRead(names),
    emitWrite(names),
  ];
};
