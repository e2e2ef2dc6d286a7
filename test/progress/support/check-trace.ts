import { expect } from "vitest";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts?: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
}

export interface CheckedTrace {
  readonly spans: readonly Required<TraceEvent>[];
  readonly lines: ReadonlyMap<number, string>;
}

const isSpan = (event: TraceEvent): event is Required<TraceEvent> => event.ph === "X";

/** Asserts the shape that viewers ask for: JSON, members of each event, spans of a line inside or beside each other. */
export const checkTrace = (text: string): CheckedTrace => {
  const { traceEvents } = JSON.parse(text) as { readonly traceEvents: readonly (TraceEvent & { readonly args?: { readonly name?: string } })[] };
  const lines = new Map(traceEvents.flatMap((event) => (event.ph === "M" && event.name === "thread_name" ? [[event.tid, event.args?.name ?? ""] as const] : [])));
  const spans = traceEvents.filter(isSpan);
  for (const event of traceEvents) {
    expect(event).toEqual(expect.objectContaining({ name: expect.any(String) as string, ph: expect.stringMatching(/^[XM]$/) as string, pid: 1, tid: expect.any(Number) as number }));
    if (isSpan(event)) {
      // Chrome's developer tools leave out what happens at 0
      expect(event.ts).toBeGreaterThan(0);
      expect(event.dur).toBeGreaterThanOrEqual(0);
      expect(lines.has(event.tid)).toBe(true);
    }
  }
  for (const one of spans)
    for (const other of spans) {
      if (one === other || one.tid !== other.tid) continue;
      const [first, second] = one.ts <= other.ts ? [one, other] : [other, one];
      const isApart = first.ts + first.dur <= second.ts;
      const isInside = second.ts + second.dur <= first.ts + first.dur || (first.ts === second.ts && first.dur <= second.dur);
      expect(isApart || isInside, `${JSON.stringify(first)} and ${JSON.stringify(second)}`).toBe(true);
    }
  return { spans, lines };
};
