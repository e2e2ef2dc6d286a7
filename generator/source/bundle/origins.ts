import type { Locate } from "../../diagnostics/render.js";
import type { Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";

/** Remembers from which file each part of the bundle comes. */
export interface Origins {
  readonly add: (to: Pointer, file: ReadText, from: Pointer) => void;
  readonly locate: Locate;
}

export const createOrigins = (): Origins => {
  const known = new Map<Pointer, { readonly file: ReadText; readonly from: Pointer }>();
  return {
    add: (to, file, from) => void known.set(to, { file, from }),
    locate: ({ pointer, part }) => {
      // the nearest part that was put where it is
      for (let prefix = pointer; ; prefix = prefix.slice(0, prefix.lastIndexOf("/"))) {
        const origin = known.get(prefix);
        if (origin !== undefined) return origin.file.locate(origin.from + pointer.slice(prefix.length), part);
        if (prefix === "") return undefined;
      }
    },
  };
};
