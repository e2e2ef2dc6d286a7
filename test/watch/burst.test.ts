import fc from "fast-check";
import { expect, test } from "vitest";
import { type Burst, longestBurst, quietTime, stepOf } from "../../generator/watch/burst.js";

/** Plays changes at these moments against runs that take so long; tells when runs began. */
const play = (changes: readonly number[], runTime: number): readonly number[] => {
  const runs: number[] = [];
  let burst: Burst = { kind: "idle" };
  let quietAt: number | undefined;
  let doneAt: number | undefined;
  const happen = (event: "changed" | "quiet" | "done", now: number): void => {
    const step = stepOf(burst, event, now);
    burst = step.burst;
    quietAt = step.wait === undefined ? undefined : now + step.wait;
    if (step.run !== true) return;
    runs.push(now);
    doneAt = now + runTime;
  };
  const left = [...changes];
  for (;;) {
    const next = Math.min(left[0] ?? Infinity, quietAt ?? Infinity, doneAt ?? Infinity);
    if (next === Infinity) return runs;
    if (next === left[0]) happen("changed", left.shift() ?? 0);
    else if (next === doneAt) {
      doneAt = undefined;
      happen("done", next);
    } else happen("quiet", next);
  }
};

const moments = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 }).map((all) => all.sort((left, right) => left - right));

test("after every change a run begins, soon where none is under way; and never two at once", () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 700 }), (changes, runTime) => {
      const runs = play(changes, runTime);
      for (const change of changes) {
        const next = runs.find((run) => run >= change);
        expect(next).toBeDefined();
        expect((next ?? Infinity) - change).toBeLessThanOrEqual(longestBurst + runTime);
      }
      runs.forEach((run, index) => expect(run - (runs[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(runTime));
      expect(runs.length).toBeLessThanOrEqual(changes.length);
    }),
  );
});

test("changes that are closer together than the quiet time are one run", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: quietTime - 1 }), { minLength: 1, maxLength: 20 }), (gaps) => {
      let time = 0;
      const changes = gaps.map((gap) => (time += gap));
      fc.pre(time - (changes[0] ?? 0) < longestBurst - quietTime);
      expect(play(changes, 10)).toEqual([time + quietTime]);
    }),
  );
});
