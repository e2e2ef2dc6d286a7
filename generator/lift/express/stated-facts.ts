import type { Finding } from "../finding.js";

/** Does the field say so already, by an extension? */
export const isStatedFact = ({ statement, scope }: Finding): boolean => {
  const field = scope.fields.get(statement.kind === "unique" || statement.kind === "filter" ? statement.field : "");
  if (field === undefined) return false;
  return statement.kind === "unique" ? field.schema.get("x-unique") === true : field.source.has("x-filter");
};
