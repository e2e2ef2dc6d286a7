import { expect, test } from "vitest";
import { withCountedClock } from "../../generator/check/with-counted-clock.js";

test("a task sees a clock that goes on with each reading", () => {
  const read = (): number => performance.now();
  expect(withCountedClock(() => [read(), read(), read()])).toEqual({ result: [0, 1, 2], readings: 3 });
});

test("the clock is as it was afterwards, even where the task fails", () => {
  const before = [performance, Object.getOwnPropertyDescriptor(globalThis, "performance")];
  withCountedClock(() => performance.now());
  expect(() =>
    withCountedClock(() => {
      throw new Error("no result");
    }),
  ).toThrow("no result");
  expect([performance, Object.getOwnPropertyDescriptor(globalThis, "performance")]).toEqual(before);
  expect(performance).toBe(before[0]);
  expect(performance.now()).toBeGreaterThan(2);
});
