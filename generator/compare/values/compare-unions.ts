import { changed, type Comparing, type Found, matched, type Pair } from "../comparing.js";
import type { Alternatives } from "../shapes/alternatives.js";
import { shapesText } from "../shapes/describe.js";
import { together } from "../shapes/together.js";
import { compareForm } from "./compare-form.js";
import { foundOf } from "./found-of.js";
import { pairedForms } from "./paired-forms.js";

const compareDiscriminators = (pair: Pair, old: Alternatives, now: Alternatives): readonly Found[] => {
  const [before, after] = [old.discriminator, now.discriminator];
  if (before === undefined || after === undefined) return [];
  if (before.propertyName !== after.propertyName) return [foundOf(pair, "discriminator-changed", changed(before.propertyName, after.propertyName))];
  const { both } = matched(before.mapping, after.mapping, ([tag]) => tag);
  const moved = both.filter(([[, left], [, right]]) => left !== right).map(([[tag]]) => tag);
  return moved.map((tag) => foundOf(pair, "discriminator-changed", `${before.propertyName} ${JSON.stringify(tag)}`));
};

/** What is right by two forms of `oneOf` is refused: less in one form may be more in all, and the other way round. */
const unproven = (pair: Pair, found: readonly Found[], { staysRight, staysKnown, breaks }: Comparing): readonly Found[] => {
  const { before, after, directions } = pair;
  const shown = { request: () => staysRight(before, together(after)), response: () => staysKnown(after, together(before)) };
  const open = directions.filter((direction) => !found.some((one) => breaks(one, direction)) && !shown[direction]());
  return open.length === 0 ? [] : [{ ...foundOf(pair, "union-unproven", changed(shapesText(before), shapesText(after))), directions: open }];
};

/** May a value that is right by several forms count otherwise, although these are the same? */
const tellsOtherwise = (old: Alternatives, now: Alternatives): boolean => old.exclusive !== now.exclusive || (old.discriminator === undefined) !== (now.discriminator === undefined);

/** What became of the forms of a union. */
export const compareUnions = (pair: Pair, old: Alternatives, now: Alternatives, comparing: Comparing): readonly Found[] => {
  const { before, after } = pair;
  const { pairs, removed, added } = pairedForms(old.forms, now.forms, comparing);
  const lost = removed.filter((form) => !comparing.staysRight(form, together(after)));
  const fresh = added.filter((form) => !comparing.staysKnown(form, together(before)));
  const found = [
    ...pairs.flatMap(([left, right]) => compareForm({ ...pair, before: left, after: right }, comparing)),
    ...lost.map((form) => foundOf(pair, "union-member-removed", shapesText(form))),
    ...fresh.map((form) => foundOf(pair, "union-member-added", shapesText(form))),
    ...compareDiscriminators(pair, old, now),
  ];
  const isExclusive = old.exclusive + now.exclusive > 0;
  const isOther = found.length > 0 || removed.length > 0 || added.length > 0 || tellsOtherwise(old, now);
  return isExclusive && isOther ? [...found, ...unproven(pair, found, comparing)] : found;
};

/** Unions that multiply out: only whether one is part of the other. */
export const compareTangled = (pair: Pair, { staysRight, staysKnown }: Comparing): readonly Found[] => {
  const [wider, narrower] = [staysRight(pair.before, together(pair.after)), staysKnown(pair.after, together(pair.before))];
  if (wider && narrower) return [];
  return [foundOf(pair, wider ? "type-widened" : narrower ? "type-narrowed" : "type-changed", changed(shapesText(pair.before), shapesText(pair.after)))];
};
