export const ajvContestant = (early, late) => ({
  is: early.item,
  first: (value) => (early.item(value) ? undefined : early.item.errors),
  all: (value) => (late.item(value) ? undefined : late.item.errors),
  isBatch: early.batch,
  firstOfBatch: (value) => (early.batch(value) ? undefined : early.batch.errors),
  allOfBatch: (value) => (late.batch(value) ? undefined : late.batch.errors),
});
