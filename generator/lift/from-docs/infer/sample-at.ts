import { isSourceArray, isSourceObject, type SourceValue } from "../../../source/value.js";

/** What a list holds, or the value itself. */
export const withoutLists = (value: SourceValue): SourceValue => {
  const [first] = isSourceArray(value) ? value : [value];
  return first === undefined || first === value ? value : withoutLists(first);
};

/** The part of a sample that the keys lead to, through lists on the way. */
export const sampleAt = (sample: SourceValue, path: readonly string[]): SourceValue | undefined =>
  path.reduce<SourceValue | undefined>((value, key) => {
    const inner = value === undefined ? undefined : withoutLists(value);
    return isSourceObject(inner) ? inner.get(key) : undefined;
  }, sample);
