import type { Span } from "./span.js";
import type { Stage } from "./stage.js";

/** In a thread that has several packages in hand, what is worked at goes before what is waited for; the rest of a package, and of a run, is what is left. */
const ranks: { readonly [Name in Stage]?: number } = { run: 0, package: 1, wait: 2, format: 3, types: 4, tools: 4 };

const rankOf = ({ stage }: Span): number => ranks[stage] ?? 5;

/** What a thread is at: of each package that one which began last. Packages that wait side by side share what they wait. */
const innermost = (open: ReadonlySet<Span>): readonly Span[] => {
  const most = Math.max(...[...open].map(rankOf));
  return [...new Map([...open].flatMap((span) => (rankOf(span) === most ? [[span.api, span]] : []))).values()];
};

interface Edge {
  readonly span: Span;
  readonly time: number;
  readonly isEnd: boolean;
}

/** In the order of their times; what ends goes before what begins. */
const edgesOf = (spans: readonly Span[]): readonly Edge[] =>
  spans
    .flatMap((span): readonly Edge[] => [
      { span, time: span.begin, isEnd: false },
      { span, time: span.end, isEnd: true },
    ])
    .sort((left, right) => left.time - right.time || Number(right.isEnd) - Number(left.isEnd));

const addOwnTimes = (spans: readonly Span[], times: Map<Span, number>): void => {
  const open = new Set<Span>();
  let before = 0;
  for (const { span, time, isEnd } of edgesOf(spans.filter(({ begin, end }) => begin < end))) {
    const all = innermost(open);
    for (const one of all) times.set(one, (times.get(one) ?? 0) + (time - before) / all.length);
    before = time;
    if (isEnd) open.delete(span);
    else open.add(span);
  }
};

/** How long each span had its thread, in microseconds, without what was done inside of it or meanwhile: no moment of a thread counts twice. */
export const ownTimes = (spans: readonly Span[]): ReadonlyMap<Span, number> => {
  const times = new Map(spans.map((span) => [span, 0]));
  for (const thread of new Set(spans.map((span) => span.thread))) addOwnTimes(spans.filter((span) => span.thread === thread), times);
  return times;
};
