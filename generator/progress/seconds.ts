/** ~> "12.3 s", "0.04 s" */
export const seconds = (microseconds: number): string => `${(microseconds / 1_000_000).toFixed(microseconds < 1_000_000 ? 2 : 1)} s`;
