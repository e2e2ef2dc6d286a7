import { type Code, code, symbol } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import type { Plan } from "../../plan/plan.js";

/** The validator of a schema that has a module, or refers to one that has. */
export const validatorOf = (schema: Schema | undefined, plan: Plan): Code | undefined => {
  if (schema === undefined) return undefined;
  const planned = plan.plannedFor(schema);
  if (planned !== undefined) return code`${symbol(planned.names.module, planned.names.validate)}`;
  return schema.keywords.$ref === undefined ? undefined : validatorOf(schema.keywords.$ref.schema(), plan);
};
