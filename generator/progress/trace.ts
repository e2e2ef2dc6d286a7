import type { Span } from "./span.js";

/** A line of the viewer. Packages of one thread that are in the making at the same time get one each, since spans of a line must nest. */
interface Lane {
  readonly thread: number;
  readonly number: number;
  /** What is drawn in it and goes on, the innermost last. */
  readonly open: Span[];
}

const isPackage = ({ stage }: Span): boolean => stage === "package";

/** Spans come in the order in which they begin. */
const hasRoom = ({ open }: Lane, span: Span): boolean => {
  while ((open.at(-1)?.end ?? Infinity) <= span.begin) open.pop();
  const around = open.at(-1);
  return around === undefined || (span.end <= around.end && (around.api === "" || around.api === span.api));
};

/** Which span is drawn in which lane. */
const lanesOf = (spans: readonly Span[]): ReadonlyMap<Span, Lane> => {
  const lanes: Lane[] = [];
  const laneFor = (span: Span, home: Lane | undefined): Lane => {
    const known = [...(home === undefined ? [] : [home]), ...lanes].find((lane) => lane.thread === span.thread && hasRoom(lane, span));
    if (known !== undefined) return known;
    const lane: Lane = { thread: span.thread, number: lanes.length + 1, open: [] };
    lanes.push(lane);
    return lane;
  };
  const homes = new Map<string, Lane>();
  const found = new Map<Span, Lane>();
  for (const span of spans) {
    const lane = laneFor(span, isPackage(span) ? undefined : homes.get(span.api));
    if (isPackage(span)) homes.set(span.api, lane);
    lane.open.push(span);
    found.set(span, lane);
  }
  return found;
};

const threadName = (thread: number): string => (thread === 0 ? "main thread" : `thread ${thread}`);

/** Lanes of a thread stand below each other, the first thread at the top. */
const laneEvents = (lanes: readonly Lane[]): readonly object[] =>
  lanes
    .toSorted((left, right) => left.thread - right.thread || left.number - right.number)
    .flatMap(({ thread, number }, index, sorted) => {
      const before = sorted.filter((other) => other.thread === thread && other.number < number).length;
      const name = `${threadName(thread)}${before === 0 ? "" : ` (${before + 1})`}`;
      return [
        { name: "thread_name", ph: "M", pid: 1, tid: number, args: { name } },
        { name: "thread_sort_index", ph: "M", pid: 1, tid: number, args: { sort_index: index } },
      ];
    });

const nameOf = (span: Span): string => (isPackage(span) ? span.api : span.piece === undefined ? span.stage : `${span.stage} ${span.piece}`);

/**
 * The spans in the trace event format that chrome://tracing, ui.perfetto.dev and the developer tools of Chrome open: complete events ("X"), times
 * in microseconds, and names of the lines as metadata ("M").
 * https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
export const traceText = (spans: readonly Span[]): string => {
  // the developer tools take 0 for no time
  const start = (spans[0]?.begin ?? 0) - 1;
  const lanes = lanesOf(spans);
  const metadata = [{ name: "process_name", ph: "M", pid: 1, tid: 0, args: { name: "openapi-sieve" } }, ...laneEvents([...new Set(lanes.values())])];
  const events = spans.map((span) => ({
    ...{ name: nameOf(span), cat: span.stage, ph: "X", ts: span.begin - start, dur: span.end - span.begin, pid: 1, tid: lanes.get(span)?.number ?? 0 },
    ...(span.api === "" ? {} : { args: { api: span.api } }),
  }));
  return `{"displayTimeUnit":"ms","traceEvents":[\n${[...metadata, ...events].map((event) => JSON.stringify(event)).join(",\n")}\n]}\n`;
};
