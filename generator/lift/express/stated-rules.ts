import type { Contract } from "../../model/contract.js";
import type { Rule } from "../../rules/index.js";
import type { FieldGroup } from "../../rules/rule.js";
import type { Pointer } from "../../source/pointer.js";
import { type Group, type Statement, statementText } from "../statement.js";

const names = (group: FieldGroup): Group => group.map(({ name }) => name);

/** A rule of the contract in the words of prose; undefined for those that prose does not state. */
const statementsOf = (rule: Rule): readonly Statement[] => {
  switch (rule.kind) {
    case "atLeastOne":
    case "exactlyOne":
    case "atMostOne":
      return [{ kind: rule.kind, groups: rule.groups.map(names) }];
    case "allOrNone":
      return [{ kind: "allOrNone", groups: rule.group.map(({ name }) => [name]) }];
    case "requires":
      return [{ kind: "requires", field: rule.field.name, needs: names(rule.needs), any: false }];
    case "forbids":
      return [{ kind: "forbids", field: rule.field.name, others: names(rule.others) }];
    case "ascending":
      return [{ kind: "ascending", fields: rule.fields, strict: rule.strict }];
    case "when": {
      const { field, values } = rule.condition;
      const verdicts = (rules: typeof rule.then, negated: boolean): readonly Statement[] =>
        rules.flatMap((one) => (one.kind === "atLeastOne" && one.groups.length === 1 ? [{ kind: "when", condition: { field, values, negated }, verdict: "required", fields: one.groups.flatMap(names) }] : []));
      return [...verdicts(rule.then, false), ...verdicts(rule.otherwise, true)];
    }
    default:
      return [];
  }
};

/** What the description says already in its keywords, by the place that says it. */
export const statedRules = (contract: Contract): ((pointer: Pointer) => ReadonlySet<string>) => {
  const operations = new Map(contract.operations.map(({ pointer, queryRules }) => [pointer, queryRules]));
  return (pointer) => {
    const rules = [...(contract.schemaAt.get(pointer)?.rules ?? []), ...(operations.get(pointer) ?? [])];
    return new Set(rules.flatMap(statementsOf).map(statementText));
  };
};
