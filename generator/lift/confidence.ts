/** How sure it is that a sentence says what was read out of it, the surest first. */
export const confidences = ["certain", "likely", "guess"] as const;

export type Confidence = (typeof confidences)[number];

/** The less sure of several. */
export const leastSure = (...all: readonly Confidence[]): Confidence => confidences[Math.max(0, ...all.map((one) => confidences.indexOf(one)))] ?? "guess";

/** Is it at least as sure as wanted? */
export const isAtLeast = (confidence: Confidence, wanted: Confidence): boolean => confidences.indexOf(confidence) <= confidences.indexOf(wanted);
