import { code, identifier, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import type { FilterField, FilterSet } from "../../model/filter.js";
import {
  type FilterSets,
  type FilterShape,
  type InterfaceNames,
  isBareOnly,
  operatorsModule,
  shapeKey,
  shapeOfField,
  tableKey,
  tablesModule,
} from "../../plan/filter-sets.js";
import type { FilterContext } from "./filter-context.js";
import { notType, operatorMembers } from "./operand-type.js";
import { operatorTable } from "./operator-table.js";

const value = code`Value`;

const noTypes: Pick<FilterContext, "valueType"> = { valueType: () => value };

const docsOf = ({ plain }: FilterShape): string => (plain.length === 0 ? "What must not hold." : "What fields with these operators take.");

const interfaces = (shape: FilterShape, names: InterfaceNames, context: FilterContext): readonly Declaration[] => {
  const operators: Declaration = {
    kind: "interface",
    name: names.operators,
    exported: true,
    docs: docsOf(shape),
    typeParameters: [value],
    members: operatorMembers(shape.plain, value, context),
  };
  const own = code`${identifier(names.operators)}<Value>`;
  const not = notType(shape, own, value, context);
  const filter: Declaration = {
    kind: "interface",
    name: names.filter,
    exported: true,
    docs: shape.plain.length === 0 ? docsOf(shape) : `The same, and under \`not\` those that must not hold.`,
    typeParameters: [value],
    ...(shape.plain.length === 0 ? {} : { extends: [own] }),
    members: [{ name: "not", type: not, optional: true }],
  };
  const plain = shape.plain.length === 0 ? [] : [operators];
  return shape.negated.length === 0 ? plain : [...plain, filter];
};

const named = (declaration: Declaration): string => ("name" in declaration ? declaration.name : "");

/** Shapes that differ in what can be negated share the interface of their operators. */
const distinct = (declarations: readonly Declaration[]): readonly Declaration[] => [
  ...new Map(declarations.map((declaration) => [named(declaration), declaration])).values(),
];

const types = (fields: readonly FilterField[], sets: FilterSets): readonly Declaration[] => {
  const shapes = new Map(
    fields.flatMap((field) => {
      const shape = isBareOnly(field) ? undefined : shapeOfField(field);
      return shape === undefined ? [] : [[shapeKey(shape), shape] as const];
    }),
  );
  const context: FilterContext = { ...noTypes, valueTest: () => value, queryRules: [], queryChecks: [], sets };
  return distinct(
    [...sets.interfaces].flatMap(([key, names]) => {
      const shape = shapes.get(key);
      return shape === undefined ? [] : interfaces(shape, names, context);
    }),
  );
};

const tables = (fields: readonly FilterField[], sets: FilterSets): readonly Declaration[] => {
  const byKey = new Map(fields.flatMap((field) => {
    const key = tableKey(field);
    return key === undefined ? [] : [[key, field] as const];
  }));
  return [...sets.tables].flatMap(([key, name]): readonly Declaration[] => {
    const field = byKey.get(key);
    if (field === undefined) return [];
    const type = code`readonly ${typeSymbol("runtime/filters", "FilterOperatorTable")}[]`;
    return [{ kind: "const", name, exported: true, internal: true, type, value: operatorTable(field.operators) }];
  });
};

/**
 * The modules that the operations of a package share: the interfaces of operators, which know no values, and the same as
 * tables with how each operator is spelled.
 */
export const emitSharedFilters = (filters: readonly FilterSet[], sets: FilterSets): readonly ModuleDraft[] => {
  const fields = filters.flatMap((one) => one.fields);
  const drafts: readonly ModuleDraft[] = [
    {
      kind: "module",
      path: operatorsModule,
      docs: "What the filters of a field can say, for any type of value.",
      declarations: types(fields, sets),
    },
    { kind: "module", path: tablesModule, docs: "How filters are spelled, for the run time.", declarations: tables(fields, sets) },
  ];
  return drafts.filter(({ declarations }) => declarations.length > 0);
};

