import { reachable } from "../source/reachable.js";
import type { Schema } from "./schema.js";

const conjuncts = ({ keywords: { $ref, allOf = [] } }: Schema): readonly Schema[] => [...($ref === undefined ? [] : [$ref.schema()]), ...allOf];

/** What holds of a value together with the schema, each once: the schema, where references lead, and the members of `allOf`. */
export const conjunctsOf = (schema: Schema): readonly Schema[] => reachable(schema, conjuncts);

/** The schemas that describe the same value, each once: what holds together with the schema, and the members of unions. */
export const layersOf = (schema: Schema): readonly Schema[] =>
  reachable(schema, (layer) => [...conjuncts(layer), ...(layer.keywords.anyOf ?? []), ...(layer.keywords.oneOf ?? [])]);
