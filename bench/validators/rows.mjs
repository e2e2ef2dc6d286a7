/** What is timed: which items, by which export of a contestant. */
export const rows = [
  ["valid item", "valid", ["is", "first", "all"]],
  ["one error", "one", ["is", "first", "all"]],
  ["five errors", "five", ["is", "first", "all"]],
  ["batch of 10,000", "batch", ["isBatch", "firstOfBatch", "allOfBatch"]],
].flatMap(([label, items, exported]) =>
  exported.map((name, at) => ({ name: `${label}: ${["is", "first", "all"][at]}`, items, exported: name })),
);
