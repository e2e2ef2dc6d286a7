import type { Locate } from "../diagnostics/render.js";
import type { Change, Spot } from "./change.js";

const placed = (spot: Spot | undefined, locate: Locate | undefined): Spot | undefined => {
  // the key, where there is one, is what a reader looks for
  const place = spot === undefined || spot.pointer === "" ? undefined : locate?.({ pointer: spot.pointer, part: "key" });
  return spot === undefined || place === undefined ? spot : { ...spot, place };
};

/** The changes with their places in the files of both descriptions, as far as these are at hand. */
export const placeChanges = (changes: readonly Change[], locate: { readonly before?: Locate | undefined; readonly after?: Locate | undefined }): readonly Change[] =>
  changes.map((change) => {
    const [before, after] = [placed(change.before, locate.before), placed(change.after, locate.after)];
    return { ...change, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  });
