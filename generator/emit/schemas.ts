import { type Code, identifier } from "../code/code.js";
import type { ModuleDraft } from "../code/declaration.js";
import type { PlannedSchema } from "../plan/plan.js";
import type { Pointer } from "../source/pointer.js";
import { filledType } from "./client/form-code.js";
import { sentForms } from "./client/sent-forms.js";
import type { Emitter, EmitContext } from "./emitter.js";
import { ruleDocs } from "./rule-docs.js";
import { callCheck } from "./types/call-check.js";
import { createInputTypes, type InputTypes, typeBudget } from "./types/input-type.js";
import { createRuleCarrier, toldRules } from "./types/rule-carrier.js";
import { createModuleWriter } from "./validation/module-scope.js";
import { validator } from "./validation/validator.js";

const sentences = ({ schema }: PlannedSchema): readonly string[] =>
  [...toldRules(schema), ...(schema.variants ?? []).map(({ rule }) => rule)].map((rule) => ruleDocs(rule, schema.annotations.evidence ?? []));

const docsOf = (planned: PlannedSchema): string =>
  [planned.schema.annotations.description ?? planned.schema.annotations.title ?? "", ...sentences(planned)]
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join("\n\n");

const deprecated = (planned: PlannedSchema): string => (planned.schema.annotations.deprecated === true ? "\n\n@deprecated" : "");

/** A form with files is what a call takes for it. */
const typeOf = (planned: PlannedSchema, types: InputTypes, forms: ReadonlySet<Pointer>): Code =>
  forms.has(planned.schema.pointer) ? filledType(planned.schema, types.types) : types.typeOf(planned);

const moduleOf = (planned: PlannedSchema, types: InputTypes, forms: ReadonlySet<Pointer>, { plan, report }: EmitContext): ModuleDraft => {
  const { schema, names } = planned;
  if (types.overBudget(schema))
    report("type-budget-exceeded", {
      message: `the rules of ${names.type} multiply out to more than ${typeBudget} alternatives, so the type is plain; \`${names.as}\` checks them at the call`,
      at: { pointer: schema.pointer, part: "key" },
    });
  const writer = createModuleWriter(plan);
  writer.define(schema, { ...names, type: identifier(names.type) });
  const docs = docsOf(planned) + deprecated(planned);
  return {
    kind: "module",
    path: names.module,
    declarations: [
      {
        kind: "typeAlias",
        name: names.type,
        exported: true,
        ...(docs === "" ? {} : { docs }),
        type: typeOf(planned, types, forms),
      },
      ...callCheck(names, schema, types),
      ...writer.declarations(),
      ...validator(planned),
    ],
  };
};

/** Only what has a name has a function that could check its rules at the call. */
const reportUnnamed = (types: InputTypes, { plan, report }: EmitContext): void => {
  for (const schema of plan.contract.schemaAt.values())
    if (plan.plannedFor(schema) === undefined && schema.variant === undefined && types.overBudget(schema))
      report("type-budget-exceeded", {
        message: `the rules of this schema multiply out to more than ${typeBudget} alternatives, so its type is plain, and only validators check them`,
        at: { pointer: schema.pointer, part: "key" },
        hint: "give it a name in components/schemas: then a function checks them at the call",
      });
};

/** One module per schema: its type, `isX`, `reportX`, `validateX` and `XSchema`. */
export const schemas: Emitter = {
  name: "schemas",
  *emit(context) {
    const types = createInputTypes(context.plan, createRuleCarrier(context.plan.contract));
    reportUnnamed(types, context);
    const forms = sentForms(context.plan.contract);
    for (const planned of context.plan.schemas)
      yield { kind: "unit", path: planned.names.module, madeOf: ["schema", planned.schema], make: (report) => moduleOf(planned, types, forms, { ...context, report }) };
  },
};
