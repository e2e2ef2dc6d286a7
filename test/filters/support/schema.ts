import type { KeywordValues } from "../../../generator/keywords/index.js";
import type { Schema } from "../../../generator/model/schema.js";

/** A schema as if read from a document. */
export const schemaOf = (keywords: KeywordValues): Schema => ({ pointer: "", keywords, rules: [], annotations: {} });

export const text: Schema = schemaOf({ type: ["string"] });
