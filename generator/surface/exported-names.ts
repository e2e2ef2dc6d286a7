import { isBulk } from "../emit/client/bulk-module.js";
import { hasQuery } from "../emit/client/call-options.js";
import { listsOf } from "../emit/client/lists.js";
import { hasHeaders } from "../emit/client/response-headers.js";
import { hasOwnInterfaces, ownName } from "../emit/filters/field-type.js";
import { parameterName } from "../emit/filters/parameter-names.js";
import { ruledQuery } from "../emit/operations.js";
import type { InputTypes } from "../emit/types/input-type.js";
import type { FilterField } from "../model/filter.js";
import { isBareOnly, shapeKey, shapeOfField } from "../plan/filter-sets.js";
import type { Plan, PlannedOperation, PlannedSchema } from "../plan/plan.js";

/** Every name that the package exports for a schema. */
export const schemaNames = ({ schema, names }: PlannedSchema, plan: Plan, types: InputTypes): readonly string[] =>
  [
    ...[names.type, names.is, names.validate, names.standard, names.jsonSchema],
    ...(types.overBudget(schema) ? [names.as, names.rules] : []),
    ...(names.codec === undefined || plan.operations.length === 0 ? [] : [names.codec.with]),
    ...plan.streams.flatMap((stream) => (stream.item.schema === schema ? [stream.validate] : [])),
  ].sort();

const fieldNames = (field: FilterField, { names }: PlannedOperation): readonly string[] => {
  const parameter = parameterName(names, field);
  const own = hasOwnInterfaces(field) ? [ownName(parameter, "Operators")] : [];
  return [parameter, ...own, ...(own.length > 0 && field.operators.some(({ negated }) => negated !== undefined) ? [ownName(parameter, "Filter")] : [])];
};

const queryNames = (planned: PlannedOperation, types: InputTypes): readonly string[] => {
  const { operation, names } = planned;
  if (!hasQuery(operation)) return [];
  const { filters, orderBy } = operation;
  const { schema, unions } = ruledQuery(operation, types);
  return [
    ...[names.query, names.validateQuery, names.isQuery, names.querySchema],
    ...(unions.length === 0 ? [] : [names.queryParameters]),
    ...(types.overBudget(schema) ? [names.asQuery, names.queryRules] : []),
    ...(orderBy === undefined ? [] : [names.orderBy]),
    ...(filters === undefined ? [] : [names.where, names.filterParameter, names.readWhere, names.writeWhere, ...filters.fields.flatMap((field) => fieldNames(field, planned))]),
  ];
};

/** Every name that the package exports for an operation. */
export const operationNames = (planned: PlannedOperation, types: InputTypes): readonly string[] => {
  const { operation, names } = planned;
  const lists = listsOf(operation);
  return [
    ...[names.call, names.options, names.error],
    ...(isBulk(operation) ? [names.once] : []),
    ...(hasHeaders(operation) ? [names.headers, names.readHeaders] : []),
    ...(lists.paged === undefined ? [] : [names.paginate]),
    ...(lists.streamed === undefined ? [] : [names.stream]),
    ...queryNames(planned, types),
  ].sort();
};

/** The interfaces of operators that fields share. */
export const sharedNames = ({ filterSets, contract }: Plan): readonly string[] => {
  const fields = contract.operations.flatMap(({ filters }) => filters?.fields ?? []).filter((field) => !isBareOnly(field));
  const shapes = new Map(fields.flatMap((field) => shapeOfField(field) ?? []).map((shape) => [shapeKey(shape), shape]));
  return [
    ...new Set(
      [...filterSets.interfaces].flatMap(([key, { operators, filter }]) => {
        const shape = shapes.get(key);
        if (shape === undefined) return [];
        return [...(shape.plain.length === 0 ? [] : [operators]), ...(shape.negated.length === 0 ? [] : [filter])];
      }),
    ),
  ].sort();
};
