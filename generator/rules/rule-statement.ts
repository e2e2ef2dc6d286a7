import type { Rule } from "./index.js";
import type { Plain } from "./plain.js";
import type { FieldGroup } from "./rule.js";

const sorted = (group: FieldGroup, separator: string): string =>
  group
    .map(({ name }) => name)
    .sort()
    .join(separator);

const choices = { atLeastOne: "at least one of", exactlyOne: "exactly one of", atMostOne: "at most one of" } as const;

const groupsText = (groups: readonly FieldGroup[]): string =>
  groups
    .map((group) => sorted(group, " + "))
    .sort()
    .join(", ");

const verdictText = (group: FieldGroup, verdict: "required" | "forbidden"): string => `${sorted(group, ", ")} ${group.length === 1 ? "is" : "are"} ${verdict}`;

/** What follows from a condition, together and field by field. */
const consequences = (rules: readonly Plain[]): readonly string[] =>
  rules.flatMap((rule) => {
    if (rule.kind === "notAll") return rule.group.length === 1 ? [verdictText(rule.group, "forbidden")] : [];
    if (rule.kind !== "atLeastOne" || rule.groups.length !== 1) return [];
    const fields = rule.groups.flat();
    return [verdictText(fields, "required"), ...(fields.length === 1 ? [] : fields.map((field) => verdictText([field], "required")))];
  });

/**
 * The rule in the notation of `x-evidence`, by which sentences that it was lifted from are known again: names sorted, so that
 * it is the same however the rule is written. A condition with several consequences has a statement for each; none for what
 * prose is not lifted to.
 *
 * // ~> `at least one of a, b` · `a requires b, c` · `kind is "x": a is required`
 */
export const ruleStatements = (rule: Rule): readonly string[] => {
  switch (rule.kind) {
    case "atLeastOne":
    case "exactlyOne":
    case "atMostOne":
      return [`${choices[rule.kind]} ${groupsText(rule.groups)}`];
    case "allOrNone":
      return [`all or none of ${sorted(rule.group, ", ")}`];
    case "requires":
      return [`${rule.field.name} requires ${sorted(rule.needs, ", ")}`];
    case "forbids":
      return [`${rule.field.name} forbids ${sorted(rule.others, ", ")}`];
    case "ascending":
      return [rule.fields.join(rule.strict ? " < " : " <= ")];
    case "when": {
      const { field, values } = rule.condition;
      const value = values
        .map((one) => JSON.stringify(one))
        .sort()
        .join(" or ");
      return [...consequences(rule.then).map((text) => `${field} is ${value}: ${text}`), ...consequences(rule.otherwise).map((text) => `${field} is not ${value}: ${text}`)];
    }
    default:
      return [];
  }
};
