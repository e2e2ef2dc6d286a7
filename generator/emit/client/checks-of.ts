import { type Code, code } from "../../code/code.js";
import type { Schema } from "../../model/schema.js";
import type { Plan } from "../../plan/plan.js";
import { wireCode } from "../codecs/codec-code.js";
import { validatorOf } from "./validator-of.js";

/** `validate: validateAccount`, `wire: wireOf(accountCodec)`: what is done with a value of the schema, as members of a table. */
export const checksOf = (schema: Schema | undefined, plan: Plan): readonly Code[] => {
  const validate = validatorOf(schema, plan);
  const wire = wireCode(schema, plan);
  return [...(validate === undefined ? [] : [code`validate: ${validate}`]), ...(wire === undefined ? [] : [code`wire: ${wire}`])];
};
