import { code } from "../code/code.js";
import type { Code } from "../code/code.js";
import type { Declaration, ModuleDraft } from "../code/declaration.js";
import type { Operation } from "../model/contract.js";
import type { FilterSet } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import type { Plan, PlannedOperation } from "../plan/plan.js";
import { child } from "../source/pointer.js";
import type { Emitter, EmitContext } from "./emitter.js";
import { emitFilters } from "./filters.js";
import type { FilterContext } from "./filters/filter-context.js";
import { otherParameters } from "./filters/query.js";
import { emitSharedFilters } from "./filters/shared-filters.js";
import { createInputTypes } from "./types/input-type.js";
import { createRuleCarrier } from "./types/rule-carrier.js";
import { ruleUnion } from "./types/rule-types.js";
import { createTypeWriter } from "./types/type-expression.js";
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

const queryRules = (operation: Operation, plan: Plan): readonly Code[] => {
  const types = createTypeWriter({ plan, aliases: true });
  const field = (name: string): Schema | undefined =>
    operation.parameters.find((parameter) => parameter.in === "query" && parameter.name === name)?.schema;
  return operation.queryRules.flatMap((rule) => ruleUnion(rule, field, types) ?? []);
};

const declarations = (
  { operation, names }: PlannedOperation,
  { plan }: EmitContext,
): readonly Declaration[] => {
  const writer = createModuleWriter(plan);
  const context: FilterContext = {
    valueType: createInputTypes(plan, createRuleCarrier(plan.contract), true).types.typeOf,
    valueTest: writer.test,
    queryRules: queryRules(operation, plan),
    queryChecks: queryChecks(operation, writer),
    sets: plan.filterSets,
  };
  const made = emitFilters(operation, names, context);
  // constants of the checks stand before the tables that use them
  return made.length === 0 ? [] : [...writer.declarations(), ...made];
};

/** One module per operation with a query: names, flat and nested form, validators. Shared operator interfaces beside. */
export const operations: Emitter = {
  name: "operations",
  emit: (context) => {
    const { contract, operations: planned, filterSets: sets } = context.plan;
    const filters: readonly FilterSet[] = contract.operations.flatMap((operation) => operation.filters ?? []);
    const modules = planned.flatMap((one): readonly ModuleDraft[] => {
      const made = declarations(one, context);
      return made.length === 0 ? [] : [{ kind: "module", path: one.names.module, declarations: made }];
    });
    return [...emitSharedFilters(filters, sets), ...modules];
  },
};

