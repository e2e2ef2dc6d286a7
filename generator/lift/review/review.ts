/** What a person decided about a finding; of several readings, the first is number 0. */
export type Decision = { readonly verdict: "accepted"; readonly reading: number } | { readonly verdict: "rejected" };

/** What a person does next. */
export type Step = { readonly kind: "accept"; readonly reading: number } | { readonly kind: "reject" | "skip" | "undo" | "help" | "quit" | "unknown" };

/** A review of findings, one by one. */
export interface Review {
  /** How many readings each finding has. */
  readonly readings: readonly number[];
  /** The finding that is asked about; the number of findings where there is none left. */
  readonly at: number;
  /** By finding; undefined for those that were skipped or are still to come. */
  readonly decisions: readonly (Decision | undefined)[];
  /** How it was before the last finding was left. */
  readonly before: Review | undefined;
  /** What is to be said, beside the finding. */
  readonly says: "help" | "unknown" | "nothing to undo" | undefined;
  readonly isOver: boolean;
}

/** The beginning of a review. */
export const beginReview = (readings: readonly number[]): Review => ({ readings, at: 0, decisions: readings.map(() => undefined), before: undefined, says: undefined, isOver: readings.length === 0 });

const decided = (review: Review, decision: Decision | undefined): Review => {
  const { at, readings, decisions } = review;
  return { readings, at: at + 1, decisions: decisions.with(at, decision), before: review, says: undefined, isOver: false };
};

/** Behind the last finding there is nothing to decide; a step may still be undone. */
const atEnd = (review: Review, { kind }: Step): Review =>
  kind === "accept" || kind === "skip" ? { ...review, says: undefined, isOver: true } : { ...review, says: "unknown" };

/** The review after a step; one that is over stays as it is. */
export const nextReview = (review: Review, step: Step): Review => {
  const { at, readings, before, isOver } = review;
  if (isOver) return review;
  if (at === readings.length && ["accept", "skip", "reject"].includes(step.kind)) return atEnd(review, step);
  switch (step.kind) {
    case "accept":
      return step.reading < (readings[at] ?? 0) ? decided(review, { verdict: "accepted", reading: step.reading }) : { ...review, says: "unknown" };
    case "reject":
      return decided(review, { verdict: "rejected" });
    case "skip":
      return decided(review, undefined);
    case "undo":
      return before === undefined ? { ...review, says: "nothing to undo" } : { ...before, says: undefined };
    case "quit":
      return { ...review, says: undefined, isOver: true };
    case "help":
    case "unknown":
      return { ...review, says: step.kind };
    default:
      return review;
  }
};
