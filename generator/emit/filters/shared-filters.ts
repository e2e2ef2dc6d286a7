import { type Code, code, identifier, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import { negationTemplate, operatorTemplate } from "../../filters/template.js";
import type { FilterDialect, FilterOperator, FilterSet } from "../../model/filter.js";
import { sharedInterface } from "./field-type.js";
import { operatorMembers } from "./operand-type.js";
import { dialectTable, operatorsModule, type SetNames, tablesModule } from "../../plan/filter-sets.js";

type Operators = readonly Pick<FilterOperator, "name" | "kind">[];

const operatorsOf = (dialect: FilterDialect, set: string): Operators =>
  (dialect.sets.get(set) ?? []).flatMap((name) => {
    const kind = dialect.operators.get(name);
    return kind === undefined ? [] : [{ name, kind }];
  });

/** operatorTable([{ name: "gt", kind: "value" }]) ~> `[{ name: "gt", kind: "value" }]` */
export const operatorTable = (operators: Operators): Code =>
  literal(operators.map(({ name, kind }) => ({ name, kind })));

const interfaces = (
  set: string,
  names: SetNames,
  dialect: FilterDialect,
  uses: ReadonlySet<string | undefined>,
): readonly Declaration[] => {
  const value = code`Value`;
  const operators: Declaration = {
    kind: "interface",
    name: names.operators,
    exported: true,
    docs: `The operators of the set ${set}.`,
    typeParameters: [value],
    members: operatorMembers(operatorsOf(dialect, set), value, false, true),
  };
  const own = code`${identifier(names.operators)}<Value>`;
  const filter: Declaration = {
    kind: "interface",
    name: names.filter,
    exported: true,
    docs: `The operators of the set ${set}, and under \`not\` those that must not hold.`,
    typeParameters: [value],
    extends: [own],
    members: [{ name: "not", type: own, optional: true }],
  };
  if (uses.has("filter")) return [operators, filter];
  return uses.has("operators") ? [operators] : [];
};

/** { operator: { before: "", between: "__", … }, negation: { before: "", after: "!" }, list: "comma" } */
const dialectValue = (dialect: FilterDialect): Code => {
  const negation = negationTemplate(dialect);
  const { before, between, after, operatorFirst } = operatorTemplate(dialect);
  return literal({
    operator: { before, between, after, operatorFirst },
    ...(negation !== undefined && { negation: { before: negation.before, after: negation.after } }),
    list: dialect.list,
  });
};

const runtimeType = (name: string): Code => code`${typeSymbol("runtime/filters", name)}`;

const constant = (name: string, type: Code, value: Code): Declaration => ({
  kind: "const",
  name,
  exported: true,
  internal: true,
  type,
  value,
});

/**
 * The modules that the operations of a package share: the interfaces of each set in use, and the tables of the same
 * sets. All filter sets of a package are in the one dialect of its document.
 */
export const emitSharedFilters = (
  filters: readonly FilterSet[],
  sets: ReadonlyMap<string, SetNames>,
): readonly ModuleDraft[] => {
  const dialect = filters[0]?.dialect;
  if (dialect === undefined) return [];
  const fields = filters.flatMap((one) => one.fields);
  const inUse = new Set(fields.map((field) => field.set));
  const used = [...sets].filter(([set]) => inUse.has(set));
  const types = used.flatMap(([set, names]) => {
    const uses = fields.filter((field) => field.set === set).map(sharedInterface);
    return interfaces(set, names, dialect, new Set(uses));
  });
  const operatorTables = used.map(([set, { table }]) =>
    constant(table, code`readonly ${runtimeType("FilterOperatorTable")}[]`, operatorTable(operatorsOf(dialect, set))),
  );
  const tables = [constant(dialectTable, runtimeType("FilterDialectTable"), dialectValue(dialect)), ...operatorTables];
  const drafts: readonly ModuleDraft[] = [
    {
      kind: "module",
      path: operatorsModule,
      docs: "What the filters of a field can say, for any type of value.",
      declarations: types,
    },
    { kind: "module", path: tablesModule, docs: "How filters are spelled, for the run time.", declarations: tables },
  ];
  return drafts.filter(({ declarations }) => declarations.length > 0);
};
