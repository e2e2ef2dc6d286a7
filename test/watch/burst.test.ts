import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Burst, type BurstEvent, type Change, paces, stepOf } from "../../generator/watch/burst.js";

interface Moment {
  readonly at: number;
  readonly change: Change;
}

/** Plays changes against runs that take so long; tells when runs began. */
const play = (changes: readonly Moment[], runTime: number): readonly number[] => {
  const runs: number[] = [];
  let burst: Burst = { kind: "idle" };
  let quietAt: number | undefined;
  let doneAt: number | undefined;
  const happen = (event: BurstEvent, now: number): void => {
    const step = stepOf(burst, event, now);
    burst = step.burst;
    quietAt = step.wait === undefined ? undefined : now + step.wait;
    if (step.run !== true) return;
    runs.push(now);
    doneAt = now + runTime;
  };
  const left = [...changes];
  for (;;) {
    const [first] = left;
    const next = Math.min(first?.at ?? Infinity, quietAt ?? Infinity, doneAt ?? Infinity);
    if (next === Infinity) return runs;
    if (first !== undefined && next === first.at) {
      left.shift();
      happen(first.change, next);
    } else if (next === doneAt) {
      doneAt = undefined;
      happen("done", next);
    } else happen("quiet", next);
  }
};

const change = fc.constantFrom<Change>("changed", "touched");

const moments = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 9000 }), change }), { maxLength: 60 })
  .map((all) => all.sort((left, right) => left.at - right.at));

test("after every change a run begins, soon where none is under way; and never two at once", () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 700 }), (changes, runTime) => {
      const runs = play(changes, runTime);
      for (const { at, change } of changes) {
        const next = runs.find((run) => run >= at);
        expect(next).toBeDefined();
        expect((next ?? Infinity) - at).toBeLessThanOrEqual(paces[change].longest + runTime);
      }
      runs.forEach((run, index) => expect(run - (runs[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(runTime));
      expect(runs.length).toBeLessThanOrEqual(changes.length);
    }),
  );
});

test("changes that are closer together than the quiet time are one run", () => {
  fc.assert(
    fc.property(change, fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 20 }), (change, parts) => {
      const { quiet, longest } = paces[change];
      let time = 0;
      const changes = parts.map((part) => ({ at: (time += Math.floor(part * quiet)), change }));
      fc.pre(time - (changes[0]?.at ?? 0) < longest - quiet);
      expect(play(changes, 10)).toEqual([time + quiet]);
    }),
  );
});

describe("what packages are made of goes before what was made", () => {
  test.each<{ given: readonly Moment[]; runs: readonly number[] }>([
    { given: [{ at: 0, change: "touched" }], runs: [300] },
    { given: [{ at: 0, change: "touched" }, { at: 200, change: "changed" }], runs: [250] },
    { given: [{ at: 0, change: "changed" }, { at: 40, change: "touched" }], runs: [90] },
    // however long others were at it
    { given: [...Array.from({ length: 20 }, (_, index) => ({ at: index * 200, change: "touched" as const })), { at: 3900, change: "changed" }], runs: [3950] },
    // both during a run
    { given: [{ at: 0, change: "changed" }, { at: 51, change: "changed" }, { at: 52, change: "touched" }], runs: [50, 110] },
    { given: [{ at: 0, change: "changed" }, { at: 51, change: "touched" }, { at: 52, change: "changed" }], runs: [50, 110] },
    { given: [{ at: 0, change: "changed" }, { at: 51, change: "touched" }], runs: [50, 360] },
  ])("$given: $runs", ({ given, runs }) => {
    expect(play(given, 10)).toEqual(runs);
  });
});
