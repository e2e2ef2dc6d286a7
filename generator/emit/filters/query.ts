import { type Code, code, identifier, join } from "../../code/code.js";
import type { Declaration, Member } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import { parametersOf, parametersOfField } from "../../filters/parameters-of.js";
import type { Operation, Parameter } from "../../model/contract.js";
import type { FilterField, FilterParameter, FilterSet } from "../../model/filter.js";
import type { OperationNames } from "../../plan/plan.js";
import type { FilterContext } from "./filter-context.js";
import { firstLine } from "./first-line.js";
import { listOf, ownOperandType } from "./operand-type.js";
import { ruleDocs } from "../rule-docs.js";

const documented = (member: Member, docs: string | undefined): Member =>
  docs === undefined ? member : { ...member, docs };

/** Only the first parameter of a field is documented, so that the names can be read at a glance. */
const filterMembers = (field: FilterField, context: FilterContext): readonly Member[] => {
  const value = context.valueType(field.schema);
  const docs = firstLine(field.description);
  return parametersOfField(field).map(({ wireName, operator }, index) => {
    const member = { name: wireName, type: ownOperandType(operator, value, context), optional: true };
    return documented(member, index === 0 ? docs : undefined);
  });
};

const otherType = (parameter: Parameter, operation: Operation, names: OperationNames, context: FilterContext): Code => {
  if (operation.orderBy?.parameter !== parameter.name) return context.valueType(parameter.schema);
  const orderBy = identifier(names.orderBy);
  return operation.orderBy.list ? listOf(orderBy) : orderBy;
};

/** The filter parameters that are members of the flat query by themselves. */
const ownParameters = (filters: FilterSet | undefined): readonly FilterParameter[] =>
  filters === undefined ? [] : parametersOf(filters).filter(({ field }) => field.object === undefined);

/** The query parameters that are no filters, or hold all operators of some as one value. */
export const otherParameters = ({ parameters, filters }: Operation): readonly Parameter[] => {
  const filterNames = new Set(ownParameters(filters).map(({ wireName }) => wireName));
  return parameters.filter((parameter) => parameter.in === "query" && !filterNames.has(parameter.name));
};

/** Document order; the parameters of a field stand together where the first of them stands. */
const members = (operation: Operation, names: OperationNames, context: FilterContext): readonly Member[] => {
  const { filters } = operation;
  const others = new Set(otherParameters(operation));
  const fieldAt = new Map(filters?.fields.map((field) => [field.pointer, field]));
  return operation.parameters.flatMap((parameter): readonly Member[] => {
    if (others.has(parameter)) {
      const type = otherType(parameter, operation, names, context);
      return [
        documented({ name: parameter.name, type, optional: !parameter.required }, firstLine(parameter.description)),
      ];
    }
    const field = fieldAt.get(parameter.pointer);
    return field === undefined ? [] : filterMembers(field, context);
  });
};

/** The flat query, its rules intersected: one interface of all parameters is cheap to check, a union of such is not. */
export const emitQuery = (
  operation: Operation,
  names: OperationNames,
  context: FilterContext,
): readonly Declaration[] => {
  const hasRules = context.queryRules.length > 0;
  const plainName = hasRules ? names.queryParameters : names.query;
  const plain: Declaration = {
    kind: "interface",
    name: plainName,
    exported: true,
    docs: `The query parameters of ${operation.id}${hasRules ? ", without the rules between them" : ""}.`,
    members: members(operation, names, context),
  };
  if (!hasRules) return [plain];
  const type = join([identifier(plainName), ...context.queryRules.map((rule) => code`(${rule})`)], " & ");
  return [plain, { kind: "typeAlias", name: names.query, exported: true, docs: [`The query of ${operation.id}.`, ...operation.queryRules.map((rule) => ruleDocs(rule, operation.evidence))].join("\n\n"), type }];
};

export const emitOrderBy = ({ orderBy }: Operation, names: OperationNames): readonly Declaration[] =>
  orderBy === undefined
    ? []
    : [
        {
          kind: "typeAlias",
          name: names.orderBy,
          exported: true,
          docs: `A value of ${orderBy.parameter}.`,
          type: join(
            orderBy.values.map((value) => literal(value)),
            " | ",
          ),
        },
      ];
