import { reachable } from "./reachable.js";
import { resolveReference } from "./resolve.js";
import { isSourceObject, type SourceObject, type SourceValue } from "./value.js";

const targetsOf = (value: SourceValue, root: SourceObject): readonly SourceValue[] => {
  const reference = isSourceObject(value) ? value.get("$ref") : undefined;
  return typeof reference === "string" ? [resolveReference(root, reference)?.value ?? null] : [];
};

/** What a value refers to, by way of other references too, or the value itself; undefined where no object is there, and in circles. */
export const followed = (value: SourceValue | undefined, root: SourceObject): SourceObject | undefined => {
  if (value === undefined) return undefined;
  const end = reachable(value, (one) => targetsOf(one, root)).at(-1);
  return isSourceObject(end) && targetsOf(end, root).length === 0 ? end : undefined;
};
