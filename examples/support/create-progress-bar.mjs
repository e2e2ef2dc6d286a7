import { plainProgress, renderProgress } from "./render-progress.mjs";

/** @import { Progress } from "./render-progress.mjs" */

/**
 * What is used of `process.stderr`.
 * @typedef {{ readonly isTTY?: boolean, readonly columns?: number, write(text: string): unknown }} Screen
 *
 * @typedef {object} ProgressBar
 * @property {(progress: Progress) => void} show
 * @property {(line: string) => void} note A line of its own above the bar.
 * @property {() => void} end The last state stays.
 */

/** Drawing more often than this only costs time. */
const milliseconds = 100;

/** The rate is that of the last seconds: what a journal knows goes by fast, and must not make the rest look short. */
const span = 10_000;

/** @type {(now: () => number) => (done: number) => number} */
const createRate = (now) => {
  /** @type {{ at: number, done: number }[]} */
  const samples = [];
  return (done) => {
    const at = now();
    samples.push({ at, done });
    while (samples.length > 2 && at - (samples[0]?.at ?? at) > span) samples.shift();
    const first = samples[0] ?? { at, done };
    return at > first.at ? ((done - first.done) * 1000) / (at - first.at) : 0;
  };
};

/**
 * A bar where a person looks at it, else a line for every `interval` items: a log is no terminal, nor is one without cursor.
 * @type {(screen: Screen, options?: { env?: Readonly<Record<string, string | undefined>>, now?: () => number, interval?: number }) => ProgressBar}
 */
export const createProgressBar = (screen, { env = {}, now = () => performance.now(), interval = 1000 } = {}) => {
  const isTerminal = screen.isTTY === true && env["TERM"] !== "dumb";
  const color = (env["NO_COLOR"] ?? "") === "";
  const rateOf = createRate(now);
  /** @type {Progress | undefined} */
  let last;
  let rate = 0;
  let drawnAt = -Infinity;
  let drawn = 0;

  const draw = () => {
    if (last === undefined) return;
    // a pseudo-terminal without a size has 0 columns
    screen.write(`\r${renderProgress(last, { columns: screen.columns || 80, rate, color })}\u001b[K`);
    drawnAt = now();
  };
  const print = () => {
    if (last === undefined || last.done === drawn) return;
    screen.write(`${plainProgress(last)}\n`);
    drawn = last.done;
  };
  return {
    show: (progress) => {
      last = progress;
      rate = rateOf(progress.done);
      if (isTerminal && now() - drawnAt >= milliseconds) draw();
      if (!isTerminal && Math.floor(progress.done / interval) > Math.floor(drawn / interval)) print();
    },
    note: (line) => {
      screen.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`);
      if (isTerminal) draw();
    },
    end: () => {
      if (!isTerminal) return print();
      draw();
      if (last !== undefined) screen.write("\n");
    },
  };
};
