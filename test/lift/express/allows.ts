import type { Statement } from "../../../generator/lift/statement.js";

export type Value = Readonly<Record<string, unknown>>;

/** What a statement means, said once more without any schema: "set" is present, and not null. */
export const allows = (statement: Statement, value: Value): boolean => {
  const isSet = (name: string): boolean => Object.hasOwn(value, name) && value[name] !== null;
  const full = (group: readonly string[]): boolean => group.every(isSet);
  switch (statement.kind) {
    case "atLeastOne":
      return statement.groups.some(full);
    case "exactlyOne":
      return statement.groups.filter(full).length === 1;
    case "atMostOne":
      return statement.groups.filter(full).length <= 1;
    case "allOrNone": {
      const names = statement.groups.flat();
      return names.every(isSet) || !names.some(isSet);
    }
    case "requires":
      return !isSet(statement.field) || (statement.any ? statement.needs.some(isSet) : full(statement.needs));
    case "forbids":
      return !isSet(statement.field) || !statement.others.some(isSet);
    case "when": {
      const { field, values, negated } = statement.condition;
      // a field that is left out fulfils no condition, not even that it is something else
      if (!Object.hasOwn(value, field) || values.some((one) => one === value[field]) === negated) return true;
      return statement.verdict === "required" ? full(statement.fields) : !statement.fields.some(isSet);
    }
    default:
      return true;
  }
};
