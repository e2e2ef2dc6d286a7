import type { Finding } from "../finding.js";
import { groupedBy } from "../../source/grouped-by.js";
import { namesKey } from "./names-key.js";
import { withWholes } from "./whole.js";

const namesOf = ({ statement }: Finding): readonly string[] | undefined => (statement.kind === "requires" && !statement.any ? [statement.field, ...statement.needs] : undefined);

/** "a requires b" and "b requires a" are one rule; so are more of them, where each field needs exactly all others. */
export const closeRequires = (findings: readonly Finding[]): readonly Finding[] => {
  const groups = groupedBy(findings, (finding) => {
    const names = namesOf(finding);
    return names === undefined ? undefined : namesKey(names);
  });
  const wholes = [...groups.values()].flatMap((parts) => {
    const [first] = parts;
    const names = first === undefined ? [] : (namesOf(first) ?? []);
    return parts.length === names.length ? [{ statement: { kind: "allOrNone", groups: names.map((name) => [name]) } as const, parts }] : [];
  });
  return withWholes(findings, wholes);
};
