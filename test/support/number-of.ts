import fc from "fast-check";
import type { KeywordValues } from "../../generator/keywords/index.js";

const around = (limit: number | undefined): readonly number[] => (limit === undefined ? [] : [limit - 1, limit, limit + 1]);

/** Numbers near what the keywords allow. */
export const numberOf = (keywords: KeywordValues): fc.Arbitrary<number> => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 } = keywords;
  const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].flatMap(around);
  const low = Math.ceil(minimum ?? exclusiveMinimum ?? Math.min(0, maximum ?? 0) - 20);
  const steps = fc.integer({ min: 0, max: 20 }).map((step) => (Math.ceil(low / multipleOf) + step) * multipleOf);
  const halves = fc.integer({ min: -20, max: 20 }).map((half) => half / 2);
  return fc.oneof({ arbitrary: steps, weight: 3 }, halves, ...(limits.length === 0 ? [] : [fc.constantFrom(...limits)]));
};
