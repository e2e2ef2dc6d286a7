/** Findings of one text that are told: whoever mends so many sees the next, and a text of nothing but faults costs little. */
export const mostFindings = 100;
