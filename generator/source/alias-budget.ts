import { isSourceArray, isSourceObject, type SourceValue } from "./value.js";

/**
 * Values that the aliases of one file may stand for, counted as if each were written out. Without a bound, ten lines can
 * stand for a billion values ("billion laughs").
 */
export const aliasLimit = 200_000;

export interface Extent {
  /** How many values it holds, itself included. */
  readonly size: number;
  /** How many levels of objects and lists it has. */
  readonly height: number;
}

const scalar: Extent = { size: 1, height: 0 };

/** Measures values, each shared part only once, so that the time is that of the text and not of what it stands for. */
export const createMeasure = (): ((value: SourceValue) => Extent) => {
  const known = new Map<SourceValue, Extent>();
  const measure = (value: SourceValue): Extent => {
    if (!isSourceObject(value) && !isSourceArray(value)) return scalar;
    const earlier = known.get(value);
    if (earlier !== undefined) return earlier;
    let size = 1;
    let height = 0;
    for (const member of value.values()) {
      const extent = measure(member);
      size += extent.size;
      height = Math.max(height, extent.height);
    }
    const extent = { size, height: height + 1 };
    known.set(value, extent);
    return extent;
  };
  return measure;
};
