import type { Span } from "./spans.js";

const mark = (character: string): RegExp => new RegExp(`^${character}{7}(?=[ \\r\\n]|$)`, "m");

const [ours, between, theirs] = [mark("<"), mark("="), mark(">")];

/**
 * Where version control has left both sides of a conflict (git-merge, "How conflicts are presented"): the first mark. Texts in YAML and
 * JSON never begin in the first column, so that nobody means these lines.
 */
export const conflictMark = (text: string): Span | undefined => {
  const start = ours.exec(text)?.index;
  return start !== undefined && between.test(text) && theirs.test(text) ? { start, end: start + 7 } : undefined;
};
