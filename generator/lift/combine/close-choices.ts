import type { Finding } from "../finding.js";
import { groupedBy } from "../../source/grouped-by.js";
import { namesKey, singles } from "./names-key.js";
import { withWholes } from "./whole.js";

const leastOf = ({ statement }: Finding): readonly string[] | undefined => (statement.kind === "atLeastOne" ? singles(statement.groups) : undefined);

const mostOf = ({ statement }: Finding): readonly string[] | undefined => {
  // one field with several others: all of them excluded by it, and by one another as far as anybody says
  if (statement.kind === "forbids") return [statement.field, ...statement.others];
  return statement.kind === "atMostOne" ? singles(statement.groups) : undefined;
};

const keyed =
  (namesOf: (finding: Finding) => readonly string[] | undefined) =>
  (finding: Finding): string | undefined => {
    const names = namesOf(finding);
    return names === undefined ? undefined : namesKey(names);
  };

/** "At least one" and "at most one" of the same fields are "exactly one". */
export const closeChoices = (findings: readonly Finding[]): readonly Finding[] => {
  const [least, most] = [groupedBy(findings, keyed(leastOf)), groupedBy(findings, keyed(mostOf))];
  const order = new Map(findings.map((finding, index) => [finding, index]));
  const wholes = [...least].flatMap(([key, [first]]) => {
    const others = most.get(key);
    const names = first === undefined ? undefined : leastOf(first);
    if (first === undefined || names === undefined || others === undefined) return [];
    const parts = [first, ...others].toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
    return [{ statement: { kind: "exactlyOne", groups: names.map((name) => [name]) } as const, parts }];
  });
  return withWholes(findings, wholes);
};
