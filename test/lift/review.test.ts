import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepOf } from "../../generator/commands/lift/review-keys.js";
import { beginReview, nextReview, type Review, type Step } from "../../generator/lift/review/review.js";

const after = (review: Review, keys: string): Review =>
  [...keys].reduce((state, key) => nextReview(state, stepOf({ name: key, isControl: false })), review);

const verdicts = ({ decisions }: Review): string => decisions.map((one) => (one === undefined ? "-" : one.verdict === "rejected" ? "r" : `a${one.reading}`)).join(" ");

const three = beginReview([1, 2, 1]);

describe("a review", () => {
  test.each<readonly [keys: string, decisions: string, at: number, isOver: boolean]>([
    ["", "- - -", 0, false],
    ["a", "a0 - -", 1, false],
    ["ar", "a0 r -", 2, false],
    // behind the last finding one may still think again
    ["ara", "a0 r a0", 3, false],
    ["arar", "a0 r a0", 3, false],
    ["aras", "a0 r a0", 3, true],
    ["araq", "a0 r a0", 3, true],
    ["s2", "- a1 -", 2, false],
    ["s1", "- a0 -", 2, false],
    // the first finding has one reading, and there is no third of the second
    ["2", "- - -", 0, false],
    ["a3", "a0 - -", 1, false],
    ["aru", "a0 - -", 1, false],
    ["aruu", "- - -", 0, false],
    ["aruuu", "- - -", 0, false],
    ["suar", "a0 r -", 2, false],
    ["aq", "a0 - -", 1, true],
    // it is over
    ["qaaa", "- - -", 0, true],
    ["araur", "a0 r r", 3, false],
    ["a?xr", "a0 r -", 2, false],
  ])("%j", (keys, decisions, at, isOver) => {
    const review = after(three, keys);
    expect({ decisions: verdicts(review), at: review.at, isOver: review.isOver }).toEqual({ decisions, at, isOver });
  });

  test.each<readonly [keys: string, says: Review["says"]]>([
    ["?", "help"],
    ["x", "unknown"],
    ["9", "unknown"],
    ["u", "nothing to undo"],
    ["?a", undefined],
  ])("says what %j asks for", (keys, says) => {
    expect(after(three, keys).says).toBe(says);
  });

  test("of nothing is over", () => {
    expect(beginReview([]).isOver).toBe(true);
  });

  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.constantFrom<Step[]>({ kind: "reject" }, { kind: "skip" }, { kind: "help" }, { kind: "unknown" }),
    fc.nat(3).map((reading): Step => ({ kind: "accept", reading })),
  );

  test("undo takes back exactly the last step that moved on", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }), fc.array(step, { maxLength: 8 }), (readings, steps) => {
        const states = steps.reduce<readonly Review[]>((all, one) => [...all, nextReview(all.at(-1) ?? beginReview(readings), one)], [beginReview(readings)]);
        const last = states.at(-1) ?? beginReview(readings);
        if (last.isOver || last.at === 0) return;
        const undone = nextReview(last, { kind: "undo" });
        const before = states.findLast(({ at }) => at === last.at - 1);
        expect({ at: undone.at, decisions: undone.decisions }).toEqual({ at: before?.at, decisions: before?.decisions });
      }),
    );
  });

  test("only what was decided is decided: nothing after the finding that is asked about is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }), fc.array(fc.oneof(step, fc.constant<Step>({ kind: "undo" })), { maxLength: 20 }), (readings, steps) => {
        const review = steps.reduce(nextReview, beginReview(readings));
        expect(review.decisions).toHaveLength(readings.length);
        expect(review.decisions.slice(review.at).every((one) => one === undefined)).toBe(true);
        for (const [index, one] of review.decisions.entries()) if (one?.verdict === "accepted") expect(one.reading).toBeLessThan(readings[index] ?? 0);
      }),
    );
  });
});

test.each([
  ["return", false, "accept"],
  ["left", false, "undo"],
  ["right", false, "skip"],
  ["c", true, "quit"],
  ["d", true, "quit"],
  ["a", true, "unknown"],
  ["constructor", false, "unknown"],
  ["", false, "unknown"],
])("the key %j (control: %s) is %s", (name, isControl, kind) => {
  expect(stepOf({ name, isControl }).kind).toBe(kind);
});
