import type { Scope } from "./scopes/scope.js";
import type { Statement } from "./statement.js";

/** Does the statement hold whatever is sent, because the fields that it asks for are required in any case? */
export const isVacuous = (statement: Statement, { required }: Pick<Scope, "required">): boolean => {
  const are = (names: readonly string[]): boolean => names.every((name) => required.has(name));
  switch (statement.kind) {
    case "atLeastOne":
      return statement.groups.some(are);
    case "allOrNone":
      return are(statement.groups.flat());
    case "requires":
      return statement.any ? statement.needs.some((name) => required.has(name)) : are(statement.needs);
    case "when":
      return statement.verdict === "required" && are(statement.fields);
    default:
      return false;
  }
};
