import type { Schema } from "../model/schema.js";

/** Does the schema take null and nothing else? */
export const isNull = ({ keywords, rules }: Schema): boolean =>
  keywords.type?.length === 1 && keywords.type[0] === "null" && Object.keys(keywords).length === 1 && rules.length === 0;
