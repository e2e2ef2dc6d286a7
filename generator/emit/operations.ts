import { code } from "../code/code.js";
import type { Code } from "../code/code.js";
import type { Declaration } from "../code/declaration.js";
import type { Operation } from "../model/contract.js";
import type { FilterSet } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import { type FilterSets, shapeKey, shapeOfField, tableKey } from "../plan/filter-sets.js";
import type { PlannedOperation } from "../plan/plan.js";
import { child } from "../source/pointer.js";
import type { Emitter, EmitContext } from "./emitter.js";
import { emitFilters } from "./filters.js";
import type { FilterContext } from "./filters/filter-context.js";
import { otherParameters } from "./filters/query.js";
import { emitSharedFilters } from "./filters/shared-filters.js";
import { hasQuery } from "./client/call-options.js";
import { callCheck } from "./types/call-check.js";
import { createInputTypes, type InputTypes, typeBudget } from "./types/input-type.js";
import { createRuleCarrier } from "./types/rule-carrier.js";
import { ruleUnion } from "./types/rule-types.js";
import { fieldsOf } from "./types/variant-union.js";
import { createModuleWriter, type ModuleWriter } from "./validation/module-scope.js";

/** The query parameters that are no filters, with the rules between them, as one object schema. */
const querySchema = (operation: Operation): Schema => {
  const others = otherParameters(operation);
  const required = others.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  return {
    pointer: child(operation.pointer, "query"),
    keywords: {
      ...(others.length === 0 ? {} : { properties: new Map(others.map((parameter) => [parameter.name, parameter.schema])) }),
      ...(required.length === 0 ? {} : { required }),
    },
    rules: operation.queryRules,
    annotations: {},
  };
};

const queryChecks = (operation: Operation, writer: ModuleWriter): readonly Code[] => {
  const report = writer.reportOf(querySchema(operation));
  return report === undefined ? [] : [code`(query, sink) => ${report}(query, [], sink)`];
};

/** All query parameters, filters too, by their own schemas: what rules speak about. */
const ruledSchema = (operation: Operation): Schema => {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  const schema = querySchema(operation);
  return { ...schema, keywords: { ...schema.keywords, type: ["object"], properties: new Map(inQuery.map((parameter) => [parameter.name, parameter.schema])) } };
};

/** The query as rules see it, and the unions that its type is intersected with. */
export const ruledQuery = (operation: Operation, { types, overBudget }: InputTypes): { readonly schema: Schema; readonly unions: readonly Code[] } => {
  const schema = ruledSchema(operation);
  return { schema, unions: overBudget(schema) ? [] : operation.queryRules.flatMap((rule) => ruleUnion(rule, fieldsOf(schema), types) ?? []) };
};

const declarations = (
  { operation, names }: PlannedOperation,
  types: InputTypes,
  { plan, report }: EmitContext,
): readonly Declaration[] => {
  const writer = createModuleWriter(plan);
  const { schema, unions } = ruledQuery(operation, types);
  const context: FilterContext = {
    valueType: types.types.typeOf,
    valueTest: writer.test,
    queryRules: unions,
    queryChecks: queryChecks(operation, writer),
    sets: plan.filterSets,
  };
  const made = emitFilters(operation, names, context);
  if (types.overBudget(schema))
    report("type-budget-exceeded", {
      message: `the rules of ${names.query} multiply out to more than ${typeBudget} alternatives, so the type is plain; \`${names.asQuery}\` checks them at the call`,
      at: { pointer: child(operation.pointer, "x-query-rules"), part: "key" },
    });
  // constants of the checks stand before the tables that use them
  return [...writer.declarations(), ...made, ...callCheck({ type: names.query, as: names.asQuery, rules: names.queryRules }, schema, types)];
};

/** What the plan calls that which the filters of the operation share with others. */
const setsOf = ({ filters }: Operation, { interfaces, tables }: FilterSets): readonly unknown[] =>
  (filters?.fields ?? []).map((field) => {
    const [shape, table] = [shapeOfField(field), tableKey(field)];
    return [shape && interfaces.get(shapeKey(shape)), table && tables.get(table)];
  });

/** One module per operation with a query: names, flat and nested form, validators. Shared operator interfaces beside. */
export const operations: Emitter = {
  name: "operations",
  *emit(context) {
    const { contract, operations: planned, filterSets: sets } = context.plan;
    const filters: readonly FilterSet[] = contract.operations.flatMap((operation) => operation.filters ?? []);
    const types = createInputTypes(context.plan, createRuleCarrier(context.plan.contract), true);
    yield* emitSharedFilters(filters, sets);
    for (const one of planned) {
      const { operation, names } = one;
      const { module: path } = names;
      const { responses: _, requestBody: __, bulk: ___, ...asked } = operation;
      if (hasQuery(operation)) yield { kind: "unit", path, madeOf: ["query", asked, names, setsOf(operation, sets)], make: (report) => ({ kind: "module", path, declarations: declarations(one, types, { ...context, report }) }) };
    }
  },
};

