import type { Place } from "../../diagnostics/place.js";
import { printable } from "../../diagnostics/printable.js";
import type { Gap } from "./gap.js";

/** So many places are named for one gap; the rest is counted. */
const mostPointers = 3;

const shownPlace = (place: Place | undefined): string => (place === undefined ? "" : `${place.file}:${place.start.line}:${place.start.column} `);

/** Gaps that differ in nothing but where they are, by the first of them. */
const alike = (gaps: readonly Gap[]): readonly (readonly Gap[])[] => {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.mark, gap.reason, gap.fill, gap.keywords]);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [gap]);
    else own.push(gap);
  }
  return [...groups.values()];
};

const shownAt = ({ pointer, keywords }: Gap): string => {
  const at = pointer === "" ? "(root)" : pointer;
  return keywords.length === 0 ? at : `${at} (${keywords.join(", ")})`;
};

const renderGroup = (group: readonly Gap[]): readonly string[] => {
  const [first] = group;
  if (first === undefined) return [];
  const rest = group.length - mostPointers;
  return [
    `${shownPlace(first.place)}${first.mark}: ${first.reason}`,
    ...group.slice(0, mostPointers).map((gap) => `    at ${shownAt(gap)}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    `    to fill in: ${first.fill}`,
  ];
};

/** What a description leaves open, for people: unknown things first, those that are alike once. */
export const renderGaps = (gaps: readonly Gap[]): string => {
  const sorted = [...gaps.filter(({ mark }) => mark === "unknown"), ...gaps.filter(({ mark }) => mark === "inferred")];
  return alike(sorted)
    .flatMap(renderGroup)
    .map((line) => `${printable(line)}\n`)
    .join("");
};
