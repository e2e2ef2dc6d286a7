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
