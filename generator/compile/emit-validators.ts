import { outlineOf } from "../code/outline.js";
import { createCollector } from "../diagnostics/collector.js";
import { runtimeModules } from "../emit/runtime-modules.js";
import { partModule, validatorModule } from "../emit/validation/validator.js";
import { makePlan } from "../plan/make-plan.js";
import { printModule } from "../print/print-module.js";
import { readTemplates } from "../templates.js";
import { type CompileOptions, readValue } from "./read-value.js";

/** A module of TypeScript; modules refer to one another by relative paths that end in `.js`. */
export interface EmittedModule {
  /** `schemas/pet.ts`, or `runtime/check.ts` */
  readonly path: string;
  readonly text: string;
}

/**
 * The validators of an OpenAPI document's components and bodies, or of one JSON Schema (as `Schema`), as the texts of
 * modules: `isX`, `validateX` and `XSchema` without the types of the values, and the run time that they need. Not
 * formatted. Throws an `InvalidSchemaError`.
 */
export const emitValidators = (document: unknown, options: CompileOptions = {}): readonly EmittedModule[] => {
  const contract = readValue(document, options);
  const plan = makePlan(contract, "validators", createCollector().report);
  const drafts = [...plan.schemas.map((planned) => validatorModule(planned, plan)), ...plan.parts.map((part) => partModule(part, plan))];
  return [
    ...drafts.map((draft) => ({ path: `${draft.path}.ts`, text: printModule(draft) })),
    ...runtimeModules(drafts.map(outlineOf), readTemplates()).map(({ path, text }) => ({ path: path.replace(/^src\//, ""), text })),
  ];
};
