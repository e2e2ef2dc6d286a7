import type { Issue, Report, Result, ValidateOptions } from "./issue.js";

/**
 * The value, or what is wrong with it. One walk, also for good values: it costs no more than the boolean check does, and
 * where something is wrong, asking first would be a second one.
 */
export function resultOf<Value>(report: Report, value: unknown, options?: ValidateOptions): Result<Value> {
  const issues: Issue[] = [];
  report(value, [], { issues, abortEarly: options?.abortEarly === true, messages: options?.messages });
  return issues.length > 0 ? { issues } : { value: value as Value };
}
