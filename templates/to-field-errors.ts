import type { Issue } from "./issue.js";
import { toDottedPath } from "./to-dotted-path.js";

/** The places that an issue concerns: the fields that it names, or else where it stands. */
const placesOf = ({ path, fields }: Issue): readonly (readonly (string | number)[])[] =>
  fields === undefined || fields.length === 0 ? [path] : fields.map((field) => [...path, field]);

/**
 * Messages by field, as a form shows them: fields are named as `toDottedPath` does, what concerns the whole stands under "",
 * and an issue that concerns several fields at each.
 */
export const toFieldErrors = (issues: readonly Issue[]): Readonly<Record<string, readonly string[]>> => {
  const errors = new Map<string, Set<string>>();
  for (const issue of issues)
    for (const place of placesOf(issue)) {
      const name = toDottedPath(place);
      errors.set(name, (errors.get(name) ?? new Set()).add(issue.message));
    }
  // not by assignment, which would take `__proto__` for the prototype
  return Object.fromEntries([...errors].map(([name, messages]) => [name, [...messages]]));
};
