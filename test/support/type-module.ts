import { codeText, type ImportedSymbol } from "../../generator/code/code.js";
import { createInputTypes } from "../../generator/emit/types/input-type.js";
import { createRuleCarrier } from "../../generator/emit/types/rule-carrier.js";
import type { Plan } from "../../generator/plan/plan.js";

/** Where the plain types stand, beside the module of all others. */
const plainModule = "openapi";

/**
 * One module with the types of all schemas of a plan, as the modules of the package have them. It imports what
 * openapi-typescript made from `./openapi.js`.
 */
export const typeModule = (plan: Plan): string => {
  const types = createInputTypes(plan, createRuleCarrier(plan.contract));
  const imported = new Set<string>();
  const nameOf = ({ module, name }: ImportedSymbol): string => {
    // the names of a plan are unique, so that those of other modules may stand in this one
    if (module === plainModule) imported.add(name);
    return name;
  };
  const declarations = plan.schemas.map((planned) => `export type ${planned.names.type} = ${codeText(types.typeOf(planned), nameOf)};`);
  const header = imported.size === 0 ? [] : [`import type { ${[...imported].join(", ")} } from "./${plainModule}.js";`];
  return [...header, ...declarations, ""].join("\n");
};
