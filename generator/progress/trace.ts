import type { Span } from "./span.js";

/** A line of the viewer. Packages of one thread that are in the making at the same time get one each, since spans of a line must nest. */
interface Lane {
  readonly thread: number;
  readonly number: number;
  /** Until when a package is drawn in it, in microseconds. */
  until: number;
}

const isPackage = ({ stage }: Span): boolean => stage === "package";

/** Which span is drawn in which lane. */
const lanesOf = (spans: readonly Span[]): ReadonlyMap<Span, Lane> => {
  const lanes: Lane[] = [];
  const laneFor = (thread: number, isFree: (lane: Lane) => boolean): Lane => {
    const known = lanes.find((lane) => lane.thread === thread && isFree(lane));
    if (known !== undefined) return known;
    const lane: Lane = { thread, number: lanes.length + 1, until: 0 };
    lanes.push(lane);
    return lane;
  };
  const packages = new Map<string, Lane>();
  const found = new Map<Span, Lane>();
  for (const span of spans) {
    const own = packages.get(JSON.stringify([span.thread, span.api]));
    const lane = isPackage(span) ? laneFor(span.thread, ({ until }) => until <= span.begin) : (own ?? laneFor(span.thread, () => true));
    if (isPackage(span)) {
      lane.until = span.end;
      packages.set(JSON.stringify([span.thread, span.api]), lane);
    }
    found.set(span, lane);
  }
  return found;
};

const laneName = ({ thread, number }: Lane): string => `${thread === 0 ? "main thread" : `thread ${thread}`} (${number})`;

const nameOf = (span: Span): string => (isPackage(span) ? span.api : span.stage);

/**
 * The spans in the trace event format that chrome://tracing and ui.perfetto.dev open: complete events ("X"), times in microseconds from the
 * first of them, and names of the lines as metadata ("M").
 * https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
export const traceText = (spans: readonly Span[]): string => {
  const start = spans[0]?.begin ?? 0;
  const lanes = lanesOf(spans);
  const metadata = [
    { name: "process_name", ph: "M", pid: 1, tid: 0, args: { name: "openapi-sieve" } },
    ...[...new Set(lanes.values())].map((lane) => ({ name: "thread_name", ph: "M", pid: 1, tid: lane.number, args: { name: laneName(lane) } })),
  ];
  const events = spans.map((span) => ({
    ...{ name: nameOf(span), cat: span.stage, ph: "X", ts: span.begin - start, dur: span.end - span.begin, pid: 1, tid: lanes.get(span)?.number ?? 0 },
    ...(span.api === "" ? {} : { args: { api: span.api } }),
  }));
  return `{"displayTimeUnit":"ms","traceEvents":[\n${[...metadata, ...events].map((event) => JSON.stringify(event)).join(",\n")}\n]}\n`;
};
