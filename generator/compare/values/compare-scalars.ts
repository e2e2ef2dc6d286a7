import { leafFormats } from "../../model/codec-tree.js";
import { changed, type Found } from "../comparing.js";
import type { ChangeCode } from "../registry.js";
import { type Flat, hasType, type LimitName, lowerLimits, upperLimits } from "../shapes/flat.js";
import { groupOf, impliesLimit, isMultiple } from "../shapes/limits.js";
import { foundAt, type Meeting } from "./meeting.js";

const limitNames: readonly LimitName[] = [...lowerLimits, ...upperLimits];

const limitText = (name: LimitName, value: number | undefined): string => (value === undefined ? `no ${name}` : `${name} ${value}`);

const compareLimits = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const isPossible = (name: LimitName): boolean => hasType(old.flat, groupOf[name]) && hasType(now.flat, groupOf[name]);
  return limitNames.filter(isPossible).flatMap((name): readonly Found[] => {
    const [before, after] = [old.flat.limits.get(name), now.flat.limits.get(name)];
    if (before === after) return [];
    const words = changed(limitText(name, before), limitText(name, after));
    return [
      ...(after !== undefined && !impliesLimit(old.flat, name, after) ? [foundAt(meeting, "limit-tightened", words, name)] : []),
      ...(before !== undefined && !impliesLimit(now.flat, name, before) ? [foundAt(meeting, "limit-loosened", words, name)] : []),
    ];
  });
};

const compareMultiples = (meeting: Meeting): readonly Found[] => {
  const { old, now } = meeting;
  const keeps = (flat: Flat, of: number): boolean => flat.multiples.some((own) => isMultiple(own, of)) || (of === 1 && !flat.types.has("number"));
  return [
    ...now.flat.multiples.filter((of) => !keeps(old.flat, of)).map((of) => foundAt(meeting, "multiple-added", String(of), "multipleOf")),
    ...old.flat.multiples.filter((of) => !keeps(now.flat, of)).map((of) => foundAt(meeting, "multiple-removed", String(of), "multipleOf")),
  ];
};

type TextSet = ReadonlySet<string>;

const only = (left: TextSet, right: TextSet): readonly string[] => [...left].filter((one) => !right.has(one));

const sameSet = (left: TextSet, right: TextSet): boolean => left.size === right.size && only(left, right).length === 0;

type Codes = Readonly<Record<"added" | "removed" | "changed", ChangeCode>>;

/** Two sets of which each member is an assertion of its own. */
const compareSets = (old: TextSet, now: TextSet, codes: Codes, make: (code: ChangeCode, detail: string) => Found): readonly Found[] => {
  const [removed, added] = [only(old, now), only(now, old)];
  if (removed.length > 0 && added.length > 0) return [make(codes.changed, changed(removed.join(" "), added.join(" ")))];
  return [...removed.map((one) => make(codes.removed, one)), ...added.map((one) => make(codes.added, one))];
};

const comparePatterns = (meeting: Meeting): readonly Found[] => {
  const codes = { added: "pattern-added", removed: "pattern-removed", changed: "pattern-changed" } as const;
  return compareSets(meeting.old.flat.patterns, meeting.now.flat.patterns, codes, (code, detail) => foundAt(meeting, code, detail, "pattern"));
};

const labelsText = (labels: TextSet): string => [...labels].join(" ") || "none";

const compareFormats = (meeting: Meeting): readonly Found[] => {
  const [old, now] = [meeting.old.flat, meeting.now.flat];
  const isShown = [...only(old.formats, now.formats), ...only(now.formats, old.formats)].some((format) => leafFormats.has(format));
  const codes = {
    added: isShown ? "format-shown-added" : "format-added",
    removed: isShown ? "format-shown-removed" : "format-removed",
    changed: "format-changed",
  } as const;
  const checked = compareSets(old.formats, now.formats, codes, (code, detail) => foundAt(meeting, code, detail, "format"));
  if (checked.length > 0 || sameSet(old.labels, now.labels)) return checked;
  return [foundAt(meeting, "format-label-changed", changed(labelsText(old.labels), labelsText(now.labels)), "format")];
};

/** What became of limits, multiples, patterns and formats. */
export const compareScalars = (meeting: Meeting): readonly Found[] => [
  ...compareLimits(meeting),
  ...compareMultiples(meeting),
  ...comparePatterns(meeting),
  ...compareFormats(meeting),
];
