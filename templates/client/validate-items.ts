import type { Issue } from "../issue.js";
import type { Validate } from "./operation-table.js";

/** Looks at each item of a list. */
export const validateItems =
  (validate: Validate): Validate =>
  (value, options) => {
    if (!Array.isArray(value)) return { issues: [{ code: "type", path: [], message: "must be an array" }] };
    const issues: Issue[] = [];
    for (const [index, item] of value.entries()) {
      for (const { path, ...issue } of validate(item, options).issues ?? []) issues.push({ ...issue, path: [index, ...path] });
      if (options?.abortEarly === true && issues.length > 0) break;
    }
    return issues.length > 0 ? { issues } : { value };
  };
