import { code, identifier, join, symbol, typeSymbol } from "../code/code.js";
import type { Declaration } from "../code/declaration.js";
import type { Operation } from "../model/contract.js";
import type { OperationNames } from "../plan/plan.js";
import type { FilterContext } from "./filters/filter-context.js";
import { emitParameterNames } from "./filters/parameter-names.js";
import { emitOrderBy, emitQuery } from "./filters/query.js";
import { emitTable, tableName } from "./filters/table.js";
import { emitWhere } from "./filters/where.js";

const emitValidate = (operation: Operation, names: OperationNames, context: FilterContext): Declaration => {
  const query = identifier(names.query);
  const checks = context.queryChecks.length === 0 ? code`` : code`, [${join(context.queryChecks, ", ")}]`;
  return {
    kind: "function",
    name: names.validateQuery,
    exported: true,
    docs: `The value as the query of ${operation.id}, or what is wrong with it.`,
    parameters: [
      { name: "value", type: code`unknown` },
      { name: "options", type: code`${typeSymbol("runtime/issue", "ValidateOptions")}`, optional: true },
    ],
    returnType: code`${typeSymbol("runtime/issue", "Result")}<${query}>`,
    body: code`return ${symbol("runtime/filters", "validateQuery")}<${query}>(value, ${tableName}, options${checks});`,
  };
};

/** `isXQuery` and `XQuerySchema`, out of the one validator. */
const emitOtherForms = (names: OperationNames): readonly Declaration[] => {
  const query = identifier(names.query);
  return [
    {
      kind: "function",
      name: names.isQuery,
      exported: true,
      parameters: [{ name: "value", type: code`unknown` }],
      returnType: code`value is ${query}`,
      body: code`return ${identifier(names.validateQuery)}(value, { abortEarly: true }).issues === undefined;`,
    },
    {
      kind: "const",
      name: names.querySchema,
      exported: true,
      docs: `\`${names.validateQuery}\` behind the interface of Standard Schema.`,
      type: code`${typeSymbol("runtime/standard-schema", "StandardSchema")}<${query}>`,
      value: code`/* @__PURE__ */ ${symbol("runtime/standard-schema", "standardSchema")}(${identifier(names.validateQuery)})`,
    },
  ];
};

/**
 * Everything about the query of one operation: the names of its filter parameters, the flat and the nested form, the
 * order, and the functions between them. Names are unions of literals and values are interfaces, which is what stays
 * cheap to check.
 */
export const emitFilters = (
  operation: Operation,
  names: OperationNames,
  context: FilterContext,
): readonly Declaration[] => {
  const { filters } = operation;
  return [
    ...(filters === undefined ? [] : emitParameterNames(filters, names)),
    ...emitOrderBy(operation, names),
    ...emitQuery(operation, names, context),
    ...emitTable(operation, context),
    emitValidate(operation, names, context),
    ...emitOtherForms(names),
    ...(filters === undefined ? [] : emitWhere(filters, names, context)),
  ];
};
