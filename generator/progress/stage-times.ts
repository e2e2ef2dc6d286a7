import type { Span } from "./span.js";
import type { Stage } from "./stage.js";

const milliseconds = (microseconds: number): string => `${Math.round(microseconds / 1000)} ms`;

const sumsOf = (spans: readonly Span[]): ReadonlyMap<Stage, number> => {
  const sums = new Map<Stage, number>();
  for (const { stage, begin, end } of spans) sums.set(stage, (sums.get(stage) ?? 0) + end - begin);
  return sums;
};

const lineOf = (name: string, whole: Stage, sums: ReadonlyMap<Stage, number>): string => {
  const parts = [...sums].filter(([stage]) => stage !== whole).map(([stage, time]) => `${stage} ${milliseconds(time)}`);
  const all = sums.get(whole);
  return `${name}: ${[...parts, ...(all === undefined ? [] : [`${milliseconds(all)} in all`])].join(", ")}`;
};

/** How long the stages of each package took, in the order of `names`, then those of the run. ~> "books: load 12 ms, model 3 ms, 40 ms in all" */
export const stageTimes = (spans: readonly Span[], names: readonly string[]): readonly string[] => {
  const timesOf = (api: string): ReadonlyMap<Stage, number> => sumsOf(spans.filter((span) => span.api === api));
  const run = timesOf("");
  return [
    ...names.flatMap((name) => {
      const sums = timesOf(name);
      return sums.size === 0 ? [] : [lineOf(name, "package", sums)];
    }),
    ...(run.size === 0 ? [] : [lineOf("run", "run", run)]),
  ];
};
