import type { Direction } from "../model/directions.js";
import type { Surface, SurfaceOperation } from "../surface/surface.js";
import { type Change, changeClasses, isBreaking, type Verdict } from "./change.js";
import type { Comparing, Found } from "./comparing.js";
import { compareBodies, compareResponses } from "./families/bodies.js";
import { compareClients, compareSecurity } from "./families/client.js";
import { compareEmitted } from "./families/emitted.js";
import { compareFilters } from "./families/filters.js";
import { compareIncoming } from "./families/incoming.js";
import { compareLists } from "./families/lists.js";
import { compareInterfaces, compareNames, compareSchemas, compareTitles, renamedTypes } from "./families/names.js";
import { compareOperations, pairedOperations } from "./families/operations.js";
import { compareParameters } from "./families/parameters.js";
import { kindOfChange } from "./registry.js";
import { createIsWithin } from "./shapes/is-within.js";
import { worldOf } from "./shapes/world.js";
import { createCompareValues } from "./values/compare-values.js";

const compareOperation = (old: SurfaceOperation, now: SurfaceOperation, comparing: Comparing): readonly Found[] => {
  const owner = { before: old.at, after: now.at };
  return [
    ...compareParameters(old, now, comparing),
    ...compareFilters(old, now, comparing),
    ...compareBodies(old.body, now.body, owner, { subject: `${now.name} body`, direction: "request" }, comparing),
    ...compareResponses(old.responses, now.responses, owner, { subject: now.name, direction: "response" }, comparing),
    ...compareLists(old, now),
    ...compareSecurity(old, now),
  ];
};

const withVerdict = (found: Found, verdict: Verdict, direction: Direction | undefined): Change => {
  const { code, subject, detail, before, after } = found;
  return {
    code,
    class: verdict.class,
    rule: verdict.rule,
    bump: verdict.class === "compatible" ? (verdict.bump ?? "minor") : "major",
    ...(direction === undefined ? {} : { direction }),
    subject,
    detail,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
};

/** The finding, judged for each way that its values go; where it breaks somebody, what it does not break goes without saying. */
const classed = (found: Found): readonly Change[] => {
  const kind = kindOfChange(found.code);
  if (kind.verdict !== undefined) return [withVerdict(found, kind.verdict, undefined)];
  const judged = (found.directions ?? []).flatMap((direction): readonly Change[] => {
    const verdict = kind[direction];
    return verdict === undefined ? [] : [withVerdict(found, verdict, direction)];
  });
  const breaking = judged.filter(isBreaking);
  return breaking.length > 0 ? breaking : judged.slice(0, 1);
};

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const order = (left: Change, right: Change): number =>
  changeClasses.indexOf(left.class) - changeClasses.indexOf(right.class) || byCodeUnit(left.subject, right.subject) || byCodeUnit(left.code, right.code) || byCodeUnit(left.detail, right.detail);

const textOf = ({ code, subject, detail, direction }: Change): string => JSON.stringify([code, subject, detail, direction]);

/** Everything in which two versions of a package differ for programs that use it, what breaks callers first. */
export const compareSurfaces = (old: Surface, now: Surface): readonly Change[] => {
  const [oldWorld, newWorld] = [worldOf(old), worldOf(now)];
  const base: Omit<Comparing, "compareValues"> = {
    ...{ old, new: now, oldWorld, newWorld },
    staysRight: createIsWithin(oldWorld, newWorld),
    staysKnown: createIsWithin(newWorld, oldWorld),
    renamed: renamedTypes(old, now),
    breaks: ({ code }, direction) => {
      const verdict = kindOfChange(code)[direction];
      return verdict !== undefined && isBreaking(verdict);
    },
  };
  const comparing: Comparing = { ...base, compareValues: createCompareValues(base) };
  const { same, renamed } = pairedOperations(comparing);
  const found: readonly Found[] = [
    ...compareTitles(comparing),
    ...compareClients(comparing),
    ...compareOperations(comparing),
    ...[...same, ...renamed].flatMap(([left, right]) => compareOperation(left, right, comparing)),
    ...compareIncoming(comparing),
    ...compareSchemas(comparing),
    ...compareInterfaces(comparing),
    ...compareEmitted(comparing),
  ];
  const changes = [...found, ...compareNames(comparing, found)].flatMap(classed);
  return [...new Map(changes.map((change) => [textOf(change), change])).values()].sort(order);
};
