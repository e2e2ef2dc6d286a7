import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownTimes } from "../../generator/progress/own-times.js";
import { spansOf } from "../../generator/progress/span.js";
import type { Stage, StageEvent } from "../../generator/progress/stage.js";
import { stageTimes } from "../../generator/progress/stage-times.js";
import { traceText } from "../../generator/progress/trace.js";
import { checkTrace } from "./support/check-trace.js";

const stages: readonly Stage[] = ["load", "model", "check", "plan", "emit", "print"];

/** Packages with their stages one after the other and one beside them, in threads, some of them at the same time. */
const run = fc
  .array(fc.record({ thread: fc.nat(3), begin: fc.nat(1000), gaps: fc.array(fc.nat(50), { minLength: 2, maxLength: 12 }), isBroken: fc.boolean(), beside: fc.tuple(fc.nat(300), fc.nat(300)) }), { maxLength: 12 })
  .map((packages) =>
    packages
      .flatMap(({ thread, begin, gaps, isBroken, beside: [after, during] }, index): readonly StageEvent[] => {
        const api = `api-${index}`;
        let time = begin;
        const event = (stage: Stage, phase: StageEvent["phase"]): StageEvent => ({ api, stage, phase, time: (time += gaps[(time + index) % gaps.length] ?? 0), thread });
        const inside = stages.slice(0, gaps.length / 2).flatMap((stage) => [event(stage, "begin"), event(stage, "end")]);
        const beside = [
          { ...event("types", "begin"), time: begin + after },
          { ...event("types", "end"), time: begin + after + during },
        ];
        const all = [{ ...event("package", "begin"), time: begin }, ...beside, ...inside, event("package", "end")];
        return isBroken ? all.slice(0, -2) : all;
      })
      .map((event, index) => ({ event, index }))
      .sort((left, right) => left.event.time - right.event.time || left.index - right.index)
      .map(({ event }) => event),
  );

const event = (api: string, stage: Stage, phase: StageEvent["phase"], time: number, thread = 0, piece?: string): StageEvent => ({
  ...{ api, stage, phase, time, thread },
  ...(piece === undefined ? {} : { piece }),
});

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
              "name": "main thread",
            },
            "name": "thread_name",
            "ph": "M",
            "pid": 1,
            "tid": 1,
          },
          {
            "args": {
              "sort_index": 0,
            },
            "name": "thread_sort_index",
            "ph": "M",
            "pid": 1,
            "tid": 1,
          },
          {
            "args": {
              "name": "thread 1",
            },
            "name": "thread_name",
            "ph": "M",
            "pid": 1,
            "tid": 2,
          },
          {
            "args": {
              "sort_index": 1,
            },
            "name": "thread_sort_index",
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
            "ts": 1,
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
            "ts": 11,
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
            "ts": 21,
          },
          {
            "cat": "write",
            "dur": 20,
            "name": "write",
            "ph": "X",
            "pid": 1,
            "tid": 1,
            "ts": 101,
          },
        ],
      }
    `);
  });

  test("draws what does not nest in a line of its own, which belongs to the same thread", () => {
    const { spans, lines } = checkTrace(
      traceText(
        spansOf([
          event("books", "package", "begin", 0),
          event("books", "types", "begin", 10),
          event("films", "package", "begin", 20),
          event("films", "load", "begin", 25),
          event("films", "load", "end", 30),
          event("books", "emit", "begin", 40),
          event("books", "types", "end", 50),
          event("books", "types", "begin", 45, 2, "write"),
          event("books", "types", "end", 55, 2, "write"),
          event("books", "emit", "end", 60),
          event("books", "package", "end", 60),
          event("films", "package", "end", 60),
        ]),
      ),
    );
    const lineOf = new Map(spans.map(({ name, tid }) => [name, lines.get(tid)]));
    expect(Object.fromEntries(lineOf)).toEqual({
      ...{ books: "main thread", types: "main thread", films: "main thread (2)", load: "main thread (2)" },
      ...{ emit: "main thread (3)", "types write": "thread 2" },
    });
  });
});

describe("times", () => {
  test("are those of the stages, in their order; then all of a package, what other threads did, and the run", () => {
    expect(
      stageTimes(
        spansOf([
          event("", "run", "begin", 0),
          event("books", "package", "begin", 1000, 1),
          event("books", "load", "begin", 2000, 1),
          event("books", "types", "begin", 3000, 2),
          event("books", "load", "end", 5000, 1),
          event("books", "types", "end", 8000, 2),
          event("books", "package", "end", 9000, 1),
          event("", "write", "begin", 10_000),
          event("", "write", "end", 12_000),
          event("", "run", "end", 20_000),
        ]),
        ["films", "books"],
      ),
    ).toEqual(["books: load 3 ms, 8 ms in all; types 5 ms in another thread", "run: write 2 ms, 20 ms in all"]);
  });

  test("are told where they are spent: what is printed while code is made is no part of that", () => {
    expect(
      stageTimes(
        spansOf([
          event("books", "package", "begin", 0),
          event("books", "emit", "begin", 0),
          event("books", "print", "begin", 1000, 0, "a"),
          event("books", "print", "end", 3000, 0, "a"),
          event("books", "print", "begin", 4000, 0, "b"),
          event("books", "print", "end", 8000, 0, "b"),
          event("books", "emit", "end", 10_000),
          event("books", "wait", "begin", 10_000),
          event("books", "format", "begin", 10_000),
          event("books", "format", "end", 15_000),
          event("books", "wait", "end", 18_000),
          event("books", "package", "end", 20_000),
        ]),
        ["books"],
      ),
    ).toEqual(["books: emit 4 ms, print 6 ms, format 5 ms, wait 3 ms, 20 ms in all"]);
  });

  test("are of one package only, where a thread has two in hand", () => {
    expect(
      stageTimes(
        spansOf([
          event("books", "package", "begin", 0),
          event("films", "package", "begin", 0),
          event("books", "wait", "begin", 2000),
          event("films", "model", "begin", 4000),
          event("films", "model", "end", 9000),
          event("films", "wait", "begin", 9000),
          event("books", "wait", "end", 13_000),
          event("books", "package", "end", 13_000),
          event("films", "wait", "end", 14_000),
          event("films", "package", "end", 14_000),
        ]),
        ["books", "films"],
      ),
    ).toEqual(["books: wait 4 ms, 5 ms in all", "films: model 5 ms, wait 3 ms, 9 ms in all"]);
  });

  test("add up to the time in which a thread had anything in hand", () => {
    fc.assert(
      fc.property(run, (events) => {
        const spans = spansOf(events);
        for (const thread of new Set(spans.map((span) => span.thread))) {
          const own = spans.filter((span) => span.thread === thread);
          const isBusy = (time: number): boolean => own.some(({ begin, end }) => begin <= time && time < end);
          const busy = Array.from({ length: 2000 }, (_, time) => time).filter(isBusy).length;
          const times = ownTimes(spans);
          expect(own.reduce((sum, span) => sum + (times.get(span) ?? 0), 0)).toBeCloseTo(busy);
        }
      }),
    );
  });
});
