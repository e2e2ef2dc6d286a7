import type { Change, Spot } from "../change.js";

/** `spec/pets.yaml:12:5`, or the pointer where no file is at hand. */
export const spotText = ({ pointer, place }: Spot): string => (place === undefined ? `#${pointer}` : `${place.file}:${place.start.line}:${place.start.column}`);

/** Both places, old and new, as far as there are any. */
export const spotsText = ({ before, after }: Pick<Change, "before" | "after">): string => {
  const shown = [before, after].map((spot) => (spot === undefined || (spot.pointer === "" && spot.place === undefined) ? undefined : spotText(spot)));
  const [old, now] = shown;
  if (old === undefined && now === undefined) return "";
  return old === now ? (old ?? "") : `${old ?? "(new)"} → ${now ?? "(gone)"}`;
};

/** ~> "2 breaking for callers, 1 compatible" */
export const tallyOf = (changes: readonly Pick<Change, "class">[]): string => {
  const counts = new Map<string, number>();
  for (const { class: found } of changes) counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
};
