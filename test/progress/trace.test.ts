import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spansOf } from "../../generator/progress/span.js";
import type { Stage, StageEvent } from "../../generator/progress/stage.js";
import { stageTimes } from "../../generator/progress/stage-times.js";
import { traceText } from "../../generator/progress/trace.js";
import { checkTrace } from "./support/check-trace.js";

const stages: readonly Stage[] = ["load", "model", "check", "plan", "emit", "print"];

/** Packages with their stages one after the other, in threads, some of them at the same time. */
const run = fc
  .array(fc.record({ thread: fc.nat(3), begin: fc.nat(1000), gaps: fc.array(fc.nat(50), { minLength: 2, maxLength: 12 }), isBroken: fc.boolean() }), { maxLength: 12 })
  .map((packages) =>
    packages
      .flatMap(({ thread, begin, gaps, isBroken }, index): readonly StageEvent[] => {
        const api = `api-${index}`;
        let time = begin;
        const event = (stage: Stage, phase: StageEvent["phase"]): StageEvent => ({ api, stage, phase, time: (time += gaps[(time + index) % gaps.length] ?? 0), thread });
        const inside = stages.slice(0, gaps.length / 2).flatMap((stage) => [event(stage, "begin"), event(stage, "end")]);
        const all = [{ ...event("package", "begin"), time: begin }, ...inside, event("package", "end")];
        return isBroken ? all.slice(0, -2) : all;
      })
      .map((event, index) => ({ event, index }))
      .sort((left, right) => left.event.time - right.event.time || left.index - right.index)
      .map(({ event }) => event),
  );

describe("a trace", () => {
  test("is what the viewer opens: complete events that nest in each of its lines, whatever was made at the same time", () => {
    fc.assert(
      fc.property(run, (events) => {
        const { spans } = checkTrace(traceText(spansOf(events)));
        expect(spans).toHaveLength(events.filter(({ phase }) => phase === "begin").length);
      }),
    );
  });

  test("names threads and packages; microseconds count from the beginning", () => {
    const event = (api: string, stage: Stage, phase: StageEvent["phase"], time: number, thread = 0): StageEvent => ({ api, stage, phase, time, thread });
    const events = [
      event("", "run", "begin", 1000),
      event("books", "package", "begin", 1010, 1),
      event("books", "load", "begin", 1020, 1),
      event("books", "load", "end", 1050, 1),
      event("books", "package", "end", 1090, 1),
      event("", "write", "begin", 1100),
      event("", "write", "end", 1120),
      event("", "run", "end", 1200),
    ];
    const text = traceText(spansOf(events));
    expect(JSON.parse(text)).toMatchInlineSnapshot(`
      {
        "displayTimeUnit": "ms",
        "traceEvents": [
          {
            "args": {
              "name": "openapi-sieve",
            },
            "name": "process_name",
            "ph": "M",
            "pid": 1,
            "tid": 0,
          },
          {
            "args": {
              "name": "main thread (1)",
            },
            "name": "thread_name",
            "ph": "M",
            "pid": 1,
            "tid": 1,
          },
          {
            "args": {
              "name": "thread 1 (2)",
            },
            "name": "thread_name",
            "ph": "M",
            "pid": 1,
            "tid": 2,
          },
          {
            "cat": "run",
            "dur": 200,
            "name": "run",
            "ph": "X",
            "pid": 1,
            "tid": 1,
            "ts": 0,
          },
          {
            "args": {
              "api": "books",
            },
            "cat": "package",
            "dur": 80,
            "name": "books",
            "ph": "X",
            "pid": 1,
            "tid": 2,
            "ts": 10,
          },
          {
            "args": {
              "api": "books",
            },
            "cat": "load",
            "dur": 30,
            "name": "load",
            "ph": "X",
            "pid": 1,
            "tid": 2,
            "ts": 20,
          },
          {
            "cat": "write",
            "dur": 20,
            "name": "write",
            "ph": "X",
            "pid": 1,
            "tid": 1,
            "ts": 100,
          },
        ],
      }
    `);
    expect(stageTimes(spansOf(events.map((one) => ({ ...one, time: one.time * 100 }))), ["films", "books"])).toEqual([
      "books: load 3 ms, 8 ms in all",
      "run: write 2 ms, 20 ms in all",
    ]);
  });
});
