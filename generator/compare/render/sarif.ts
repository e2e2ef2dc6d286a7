import { physicalLocation, sarifOf } from "../../diagnostics/sarif.js";
import { type Change, isBreaking, type Spot } from "../change.js";
import { changeKinds } from "../registry.js";
import { spotOf } from "./spots.js";

const located = (spot: Spot | undefined): readonly object[] => {
  if (spot?.place === undefined) return [];
  const { file, start, end } = spot.place;
  return [{ physicalLocation: physicalLocation(file, { start, end }), logicalLocations: [{ fullyQualifiedName: spot.pointer }] }];
};

const titleOf = (code: string): string => Object.entries(changeKinds).find(([known]) => known === code)?.[1].title ?? code;

/** The changes as a SARIF log, for code scanning: what breaks as warnings, at the new place where there is one. */
export const changesSarif = (changes: readonly Change[], version: string): object => {
  const codes = [...new Set(changes.map(({ code }) => code))].sort();
  const rules = codes.map((code) => ({ id: code, shortDescription: { text: titleOf(code) } }));
  const results = changes.map((change) => {
    const spot = spotOf(change);
    const related = spot === change.after ? located(change.before).map((location, id) => ({ id, message: { text: "before" }, ...location })) : [];
    return {
      ruleId: change.code,
      ruleIndex: codes.indexOf(change.code),
      level: isBreaking(change) ? "warning" : "note",
      message: { text: `${change.subject}: ${change.detail}\n${change.class}: ${change.rule}` },
      locations: located(spot),
      ...(related.length === 0 ? {} : { relatedLocations: related }),
    };
  });
  return sarifOf(version, rules, results);
};
