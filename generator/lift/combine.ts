import type { Pointer } from "../source/pointer.js";
import { confidences, leastSure } from "./confidence.js";
import type { Evidence, Finding } from "./finding.js";
import { type Group, type Statement, statementText } from "./statement.js";

const sure = (one: Finding["confidence"]): number => confidences.indexOf(one);

const distinctEvidence = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter((one, index) => evidence.findIndex((other) => other.pointer === one.pointer && other.start === one.start && other.recogniser === one.recogniser) === index);

/** The same said twice is said once, as sure as the surest of the sentences. */
const merged = (findings: readonly Finding[]): readonly Finding[] => {
  const byText = new Map<string, Finding>();
  for (const finding of findings) {
    const key = statementText(finding.statement);
    const before = byText.get(key);
    const best = before === undefined || sure(finding.confidence) < sure(before.confidence) ? finding : before;
    byText.set(key, before === undefined ? finding : { ...best, evidence: distinctEvidence([...before.evidence, ...finding.evidence]) });
  }
  return [...byText.values()];
};

const together = (statement: Statement, parts: readonly Finding[]): Finding | undefined => {
  const [first] = parts;
  if (first === undefined) return undefined;
  return { scope: first.scope, statement, confidence: leastSure(...parts.map(({ confidence }) => confidence)), evidence: distinctEvidence(parts.flatMap(({ evidence }) => evidence)) };
};

/** Puts one finding in the place of the first of several. */
const replaced = (findings: readonly Finding[], parts: readonly Finding[], whole: Finding): readonly Finding[] =>
  findings.flatMap((finding) => (finding === parts[0] ? [whole] : parts.includes(finding) ? [] : [finding]));

const singles = (groups: readonly Group[]): readonly string[] | undefined => (groups.every(({ length }) => length === 1) ? groups.flat() : undefined);

const sameNames = (left: readonly string[], right: readonly string[]): boolean => left.length === right.length && left.every((name) => right.includes(name));

/** "a requires b" and "b requires a" are one rule; so are more of them, where each field needs exactly all others. */
const closeRequires = (findings: readonly Finding[]): readonly Finding[] => {
  let left = findings;
  for (const { statement } of findings) {
    if (statement.kind !== "requires" || statement.any) continue;
    const names = [statement.field, ...statement.needs];
    const parts = left.filter(({ statement: one }) => one.kind === "requires" && !one.any && sameNames([one.field, ...one.needs], names));
    const whole = parts.length === names.length ? together({ kind: "allOrNone", groups: names.map((name) => [name]) }, parts) : undefined;
    if (whole !== undefined) left = replaced(left, parts, whole);
  }
  return left;
};

/** What excludes what, in both directions, as statements have it. */
const exclusionsOf = ({ statement }: Finding): readonly (readonly [string, string])[] => {
  if (statement.kind === "forbids") return statement.others.map((other) => [statement.field, other] as const);
  if (statement.kind !== "atMostOne") return [];
  const names = singles(statement.groups) ?? [];
  return names.length === 2 ? [[names[0] ?? "", names[1] ?? ""]] : [];
};

/** Fields of which each excludes all others are "at most one"; what does not close stays directed. */
const closeExclusions = (findings: readonly Finding[]): readonly Finding[] => {
  let left = findings;
  for (const { statement } of findings) {
    if (statement.kind !== "forbids") continue;
    const names = [statement.field, ...statement.others];
    const parts = left.filter((one) => {
      const pairs = exclusionsOf(one);
      return pairs.length > 0 && pairs.every((pair) => pair.every((name) => names.includes(name)));
    });
    const has = (one: string, other: string): boolean => parts.some((part) => exclusionsOf(part).some((pair) => pair.includes(one) && pair.includes(other)));
    const closes = names.every((one) => names.every((other) => one === other || has(one, other)));
    const whole = closes ? together({ kind: "atMostOne", groups: names.map((name) => [name]) }, parts) : undefined;
    if (whole !== undefined) left = replaced(left, parts, whole);
  }
  return left;
};

/** "a forbids b" where b alone says it, and "at most one of a, b" of the same two */
const namesOfChoice = (finding: Finding, kind: "atLeastOne" | "atMostOne"): readonly string[] | undefined => {
  const { statement } = finding;
  // one field with several others: all of them excluded by it, and by one another as far as anybody says
  if (kind === "atMostOne" && statement.kind === "forbids") return [statement.field, ...statement.others];
  return statement.kind === kind ? singles(statement.groups) : undefined;
};

/** "At least one" and "at most one" of the same fields are "exactly one". */
const closeChoices = (findings: readonly Finding[]): readonly Finding[] => {
  let left = findings;
  for (const finding of findings) {
    const names = namesOfChoice(finding, "atLeastOne");
    if (names === undefined) continue;
    const parts = left.filter((one) => one === finding || sameNames(namesOfChoice(one, "atMostOne") ?? [], names));
    const whole = parts.length > 1 ? together({ kind: "exactlyOne", groups: names.map((name) => [name]) }, parts) : undefined;
    if (whole !== undefined) left = replaced(left, parts, whole);
  }
  return left;
};

/** Statements of "exactly one" make the same said in part superfluous, and "before" makes "not after". */
const withoutImplied = (findings: readonly Finding[]): readonly Finding[] => {
  const exact = new Set(findings.flatMap(({ statement }) => (statement.kind === "exactlyOne" ? [statementText({ ...statement, kind: "atMostOne" }), statementText({ ...statement, kind: "atLeastOne" })] : [])));
  const strict = new Set(findings.flatMap(({ statement }) => (statement.kind === "ascending" && statement.strict ? [statementText({ ...statement, strict: false })] : [])));
  return findings.filter(({ statement }) => !exact.has(statementText(statement)) && !strict.has(statementText(statement)));
};

/** What one field says of another that says it of it too: one rule, of which both are evidence. */
const withinStars = (findings: readonly Finding[]): readonly Finding[] => {
  const isWithin = (pair: Finding, star: Finding): boolean => {
    if (pair.statement.kind !== "atMostOne" || star.statement.kind !== "forbids") return false;
    const { field, others } = star.statement;
    const names = singles(pair.statement.groups) ?? [];
    return names.length === 2 && names.includes(field) && names.every((name) => name === field || others.includes(name));
  };
  const starOf = (pair: Finding): Finding | undefined => findings.find((star) => isWithin(pair, star) && sure(star.confidence) <= sure(pair.confidence));
  return findings.flatMap((finding): readonly Finding[] => {
    if (starOf(finding) !== undefined) return [];
    const within = findings.filter((pair) => starOf(pair) === finding);
    return within.length === 0 ? [finding] : [{ ...finding, evidence: distinctEvidence([...finding.evidence, ...within.flatMap(({ evidence }) => evidence)]) }];
  });
};

/** Groups that are said by some of their fields and not by all: the rule is what was said, and a person may know more. */
const withOpenGroup = (finding: Finding): Finding => {
  const { statement, note, scope, evidence } = finding;
  if (statement.kind !== "forbids" || note !== undefined) return finding;
  const says = (name: string): boolean => evidence.some(({ pointer }) => pointer.startsWith(`${scope.fields.get(name)?.pointer}/`));
  const silent = statement.others.filter((other) => !says(other));
  const open = silent.length === 0 ? "they exclude different ones" : `no sentence of ${silent.join(", ")} says the same`;
  return { ...finding, note: `the group does not close: ${open}, so only ${statement.field} excludes the others` };
};

const combineScope = (findings: readonly Finding[]): readonly Finding[] =>
  withinStars(withoutImplied(closeChoices(closeExclusions(closeRequires(merged(findings)))))).map(withOpenGroup);

/** Findings about one object or operation, put together: one rule for what several sentences say of the same fields. */
export const combine = (findings: readonly Finding[]): readonly Finding[] => {
  const byScope = new Map<Pointer, Finding[]>();
  for (const finding of findings) {
    const known = byScope.get(finding.scope.pointer);
    if (known === undefined) byScope.set(finding.scope.pointer, [finding]);
    else known.push(finding);
  }
  return [...byScope.values()].flatMap(combineScope);
};
