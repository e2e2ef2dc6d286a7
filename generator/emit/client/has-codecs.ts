import type { Plan } from "../../plan/plan.js";
import { hasQueryCodec } from "../codecs/query-codec.js";

/** Is there anything that a client may show otherwise than the wire? */
export const hasCodecs = (plan: Plan): boolean =>
  plan.schemas.some(({ names }) => names.codec !== undefined) ||
  plan.operations.some(({ operation }) => hasQueryCodec(operation, plan) || operation.parameters.some(({ schema }) => plan.codecOf(schema) !== undefined));
