import { createSink, type Report, type Result, type ValidateOptions } from "./issue.js";

/**
 * The value, or what is wrong with it. One walk, also for good values: it costs no more than the boolean check does, and
 * where something is wrong, asking first would be a second one.
 */
export function resultOf<Value>(report: Report, value: unknown, options?: ValidateOptions): Result<Value> {
  const sink = createSink(options);
  report(value, [], sink);
  return sink.issues.length > 0 ? { issues: sink.issues } : { value: value as Value };
}
