import { type Code, code, identifier, join } from "../../code/code.js";
import type { Declaration, Member } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import { parametersOf, parametersOfField } from "../../filters/parameters-of.js";
import type { Operation, Parameter } from "../../model/contract.js";
import type { FilterField, FilterSet } from "../../model/filter.js";
import type { OperationNames } from "../../plan/plan.js";
import type { FilterContext } from "./filter-context.js";
import { firstLine } from "./first-line.js";
import { listOf, operandType } from "./operand-type.js";
import { scalarOf } from "../../filters/scalar.js";

const documented = (member: Member, docs: string | undefined): Member =>
  docs === undefined ? member : { ...member, docs };

/** Only the first parameter of a field is documented, so that the names can be read at a glance. */
const filterMembers = ({ dialect }: FilterSet, field: FilterField, context: FilterContext): readonly Member[] => {
  const { schema, list } = scalarOf(field.schema);
  const value = context.valueType(schema);
  const docs = firstLine(field.description);
  return parametersOfField(dialect, field).map(({ wireName, operator }, index) => {
    const member = { name: wireName, type: operandType(operator?.kind ?? "value", value, list), optional: true };
    return documented(member, index === 0 ? docs : undefined);
  });
};

const otherType = (parameter: Parameter, operation: Operation, names: OperationNames, context: FilterContext): Code => {
  if (operation.orderBy?.parameter !== parameter.name) return context.valueType(parameter.schema);
  const orderBy = identifier(names.orderBy);
  return operation.orderBy.list ? listOf(orderBy) : orderBy;
};

/** The query parameters that are no filters. */
export const otherParameters = ({ parameters, filters }: Operation): readonly Parameter[] => {
  const filterNames = new Set(filters === undefined ? [] : parametersOf(filters).map(({ wireName }) => wireName));
  return parameters.filter((parameter) => parameter.in === "query" && !filterNames.has(parameter.name));
};

/** Document order; the parameters of a field stand together where its own parameter stands. */
const members = (operation: Operation, names: OperationNames, context: FilterContext): readonly Member[] => {
  const { filters } = operation;
  const others = new Set(otherParameters(operation));
  return operation.parameters.flatMap((parameter): readonly Member[] => {
    if (others.has(parameter)) {
      const type = otherType(parameter, operation, names, context);
      return [
        documented({ name: parameter.name, type, optional: !parameter.required }, firstLine(parameter.description)),
      ];
    }
    const field = filters?.fields.find(({ pointer }) => pointer === parameter.pointer);
    return filters === undefined || field === undefined ? [] : filterMembers(filters, field, context);
  });
};

/** The flat query, its rules intersected: one interface of all parameters is cheap to check, a union of such is not. */
export const emitQuery = (
  operation: Operation,
  names: OperationNames,
  context: FilterContext,
): readonly Declaration[] => {
  const hasRules = context.queryRules.length > 0;
  const plainName = hasRules ? `${names.query}Parameters` : names.query;
  const plain: Declaration = {
    kind: "interface",
    name: plainName,
    exported: true,
    docs: `The query parameters of ${operation.id}${hasRules ? ", without the rules between them" : ""}.`,
    members: members(operation, names, context),
  };
  if (!hasRules) return [plain];
  const type = join([identifier(plainName), ...context.queryRules.map((rule) => code`(${rule})`)], " & ");
  return [plain, { kind: "typeAlias", name: names.query, exported: true, docs: `The query of ${operation.id}.`, type }];
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
