import type { ChangeKind, Verdict } from "../change.js";

/** Breaks programs that call the API. */
export const callers = (rule: string): Verdict => ({ class: "breaking for callers", rule });

/** Breaks programs that read what it answers. */
export const readers = (rule: string): Verdict => ({ class: "breaking for readers", rule });

/** Breaks nothing, and there is something that was not there before. */
export const more = (rule: string): Verdict => ({ class: "compatible", rule, bump: "minor" });

/** Breaks nothing, and nothing is new but what is said. */
export const same = (rule: string): Verdict => ({ class: "compatible", rule, bump: "patch" });

/** Values can be less than before: callers have to keep to it, and readers see nothing that they did not see before. */
export const narrowing = (title: string, sent: string): ChangeKind => ({
  title,
  request: callers(sent),
  response: more("What is answered is still all that readers were told to expect, and less of it."),
});

/** Values can be more than before: callers may go on as they did, and readers meet what they did not expect. */
export const widening = (title: string, read: string): ChangeKind => ({
  title,
  request: more("What was right to send is right still."),
  response: readers(read),
});

/** Neither is part of the other, or it cannot be shown that it is. */
export const changing = (title: string, sent: string, read: string): ChangeKind => ({ title, request: callers(sent), response: readers(read) });
