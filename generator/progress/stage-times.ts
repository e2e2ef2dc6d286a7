import { ownTimes } from "./own-times.js";
import type { Span } from "./span.js";
import { type Stage, stages } from "./stage.js";

const milliseconds = (microseconds: number): string => `${Math.round(microseconds / 1000)} ms`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What each stage took, in their order. ~> "load 12 ms", "model 3 ms" */
const parts = (spans: readonly Span[], times: ReadonlyMap<Span, number>): readonly string[] => {
  const sums = new Map<Stage, number>();
  for (const span of spans) sums.set(span.stage, (sums.get(span.stage) ?? 0) + (times.get(span) ?? 0));
  return stages.flatMap((stage) => {
    const time = sums.get(stage);
    return time === undefined ? [] : [`${stage} ${milliseconds(time)}`];
  });
};

const isWhole = ({ stage }: Span): boolean => stage === "package" || stage === "run";

const packageLine = (name: string, spans: readonly Span[], times: ReadonlyMap<Span, number>): string => {
  const home = new Set(spans.filter(isWhole).map(({ thread }) => thread));
  const [here, elsewhere] = [spans.filter(({ thread }) => home.has(thread)), spans.filter(({ thread }) => !home.has(thread))];
  const all = `${milliseconds(sum(here.map((span) => times.get(span) ?? 0)))} in all`;
  const beside = elsewhere.length === 0 ? "" : `; ${parts(elsewhere, times).join(", ")} in another thread`;
  return `${name}: ${[...parts(here.filter((span) => !isWhole(span)), times), all].join(", ")}${beside}`;
};

const runLine = (spans: readonly Span[], times: ReadonlyMap<Span, number>): string =>
  `run: ${[...parts(spans.filter((span) => !isWhole(span)), times), ...spans.filter(isWhole).map(({ begin, end }) => `${milliseconds(end - begin)} in all`)].join(", ")}`;

/**
 * How long the stages of each package took, in the order of `names`, then those of the run.
 * ~> "books: load 12 ms, model 3 ms, 40 ms in all; types 30 ms in another thread"
 */
export const stageTimes = (spans: readonly Span[], names: readonly string[]): readonly string[] => {
  const times = ownTimes(spans);
  const spansOf = (api: string): readonly Span[] => spans.filter((span) => span.api === api);
  const run = spansOf("");
  return [
    ...names.flatMap((name) => {
      const own = spansOf(name);
      return own.length === 0 ? [] : [packageLine(name, own, times)];
    }),
    ...(run.length === 0 ? [] : [runLine(run, times)]),
  ];
};
