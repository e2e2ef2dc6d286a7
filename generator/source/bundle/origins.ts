import type { Locate } from "../../diagnostics/render.js";
import type { Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";

/** A place of one file. */
export interface Origin {
  readonly file: ReadText;
  readonly from: Pointer;
}

/** Remembers from which file each part of the bundle comes. */
export interface Origins {
  /** `key` is where the key in front of the part stands, if not in the file that the part comes from. */
  readonly add: (to: Pointer, origin: Origin, key?: Origin) => void;
  readonly locate: Locate;
  /** Where a value of the bundle, or the key in front of it, was written. */
  readonly originOf: (pointer: Pointer, part?: "key" | "value") => Origin | undefined;
}

export const createOrigins = (): Origins => {
  const known = new Map<Pointer, { readonly value: Origin; readonly key: Origin }>();
  const find = (pointer: Pointer, part?: "key" | "value"): Origin | undefined => {
    // the nearest part that was put where it is
    for (let prefix = pointer; ; prefix = prefix.slice(0, prefix.lastIndexOf("/"))) {
      const origin = known.get(prefix);
      const found = prefix === pointer && part === "key" ? origin?.key : origin?.value;
      if (found !== undefined) return { file: found.file, from: `${found.from}${pointer.slice(prefix.length)}` };
      if (prefix === "") return undefined;
    }
  };
  return {
    add: (to, value, key = value) => void known.set(to, { value, key }),
    locate: ({ pointer, part }) => {
      const origin = find(pointer, part);
      return origin?.file.locate(origin.from, part);
    },
    originOf: find,
  };
};
