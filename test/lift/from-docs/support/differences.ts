import type { Facts } from "./facts.js";

/** A statement that two descriptions make otherwise, or only one of them. */
export interface Difference {
  readonly place: string;
  readonly spec: string | undefined;
  readonly made: string | undefined;
}

/** What is there or not, and holds all that is said below it. */
const isThing = (place: string, value: string | undefined): boolean => value === "there" || place.endsWith(" required");

const thingOf = (place: string): string => place.replace(/ required$/, "");

const isBelow = (place: string, thing: string): boolean => place.startsWith(thing) && /^[ .[]/.test(place.slice(thing.length));

/** Where two descriptions differ. What is in only one of them is told once, without what it holds. */
export const differencesOf = (spec: Facts, made: Facts): readonly Difference[] => {
  const all = [...new Set([...spec.keys(), ...made.keys()])]
    .map((place): Difference => ({ place, spec: spec.get(place), made: made.get(place) }))
    .filter((one) => one.spec !== one.made);
  const lonely = all.filter((one) => (one.spec === undefined || one.made === undefined) && isThing(one.place, one.spec ?? one.made));
  const things = lonely.map(({ place }) => thingOf(place));
  return all.filter(({ place }) => !things.some((thing) => isBelow(place, thing) && place !== `${thing} required`));
};

/** "POST /x/ request[].name maxLength" ~> "POST /x/ request" and "name maxLength": the same field stands in several bodies. */
const split = (place: string): readonly [body: string, rest: string] => {
  const match = /^([A-Z]+ \S+ (?:request|\d{3}))(?:\[\])*[. ]?(.*)$/.exec(place);
  return match === null ? [place, ""] : [match[1] ?? "", match[2] ?? ""];
};

export interface Row {
  readonly places: readonly string[];
  readonly field: string;
  readonly spec: string | undefined;
  readonly made: string | undefined;
}

/** Differences of one field in several bodies as one row. */
export const rowsOf = (differences: readonly Difference[]): readonly Row[] => {
  const rows = new Map<string, { readonly places: string[]; readonly field: string; readonly spec: string | undefined; readonly made: string | undefined }>();
  for (const { place, spec, made } of differences) {
    const [body, field] = split(place);
    const key = field === "" ? place : JSON.stringify([field, spec, made]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { places: [body], field, spec, made });
    else row.places.push(body);
  }
  return [...rows.values()];
};
