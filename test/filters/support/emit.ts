import type { ModuleDraft } from "../../../generator/code/declaration.js";
import { emitFilters } from "../../../generator/emit/filters.js";
import type { FilterContext } from "../../../generator/emit/filters/filter-context.js";
import { nameFilterSets } from "../../../generator/plan/filter-sets.js";
import { emitSharedFilters } from "../../../generator/emit/filters/shared-filters.js";
import type { Contract } from "../../../generator/model/contract.js";
import { makePlan } from "../../../generator/plan/make-plan.js";
import { loadFormat } from "../../../generator/print/format.js";
import { printModule } from "../../../generator/print/print-module.js";
import { standIn } from "./context.js";

/** A printed module by its path below `src/`. */
export type Modules = ReadonlyMap<string, string>;

const draftsOf = (contract: Contract, change: (context: FilterContext) => FilterContext): readonly ModuleDraft[] => {
  const filters = contract.operations.flatMap((operation) => operation.filters ?? []);
  const sets = nameFilterSets(filters.flatMap(({ fields }) => fields));
  const { operations } = makePlan(contract, "test", () => undefined);
  const modules = operations.map(({ operation, names }): ModuleDraft => {
    const declarations = emitFilters(operation, names, change(standIn(sets)));
    return { kind: "module", path: names.module, declarations };
  });
  return [...emitSharedFilters(filters, sets), ...modules];
};

/** The filter modules of a contract as text. */
export const emitModules = async (
  contract: Contract,
  change: (context: FilterContext) => FilterContext = (context) => context,
): Promise<Modules> => {
  const format = await loadFormat("oxfmt");
  const texts = draftsOf(contract, change).map(async (draft) => {
    const text = await format(printModule(draft));
    return [draft.path, text] as const;
  });
  return new Map(await Promise.all(texts));
};
