import { describe, expect, test } from "vitest";
import { loadExample } from "./support/load-example.js";

interface Progress {
  readonly done: number;
  readonly total?: number;
  readonly rejected: number;
  readonly bytes: number;
}

interface Rendering {
  readonly renderProgress: (progress: Progress, look: { readonly columns: number; readonly rate?: number; readonly color?: boolean }) => string;
  readonly plainProgress: (progress: Progress) => string;
  readonly sizeText: (bytes: number) => string;
  readonly timeText: (seconds: number) => string;
}

interface Bar {
  readonly show: (progress: Progress) => void;
  readonly note: (line: string) => void;
  readonly end: () => void;
}

interface BarOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  readonly interval?: number;
}

const { renderProgress, plainProgress, sizeText, timeText } = await loadExample<Rendering>("support/render-progress.mjs");
const { createProgressBar } = await loadExample<{ createProgressBar: (screen: object, options?: BarOptions) => Bar }>("support/create-progress-bar.mjs");

const half: Progress = { done: 5_000, total: 10_000, rejected: 3, bytes: 1_234_567 };

describe("one line", () => {
  test.each([
    [{ columns: 100, rate: 250 }, "[====================                    ]  50%  5,000/10,000  3 rejected  0:20 left  250/s  1.2 MB"],
    [{ columns: 81, rate: 250 }, "[==========           ]  50%  5,000/10,000  3 rejected  0:20 left  250/s  1.2 MB"],
    [{ columns: 60, rate: 250 }, "[=======        ]  50%  5,000/10,000  3 rejected  0:20 left"],
    [{ columns: 60 }, "[=========         ]  50%  5,000/10,000  3 rejected  1.2 MB"],
    [{ columns: 20, rate: 250 }, " 50%  5,000/10,000"],
    [{ columns: 6, rate: 250 }, " 50%"],
    [{ columns: 1 }, ""],
  ])("of %j", (look, line) => {
    expect(renderProgress(half, look).trimEnd()).toBe(line);
  });

  test("is always shorter than the terminal is wide", () => {
    for (let columns = 1; columns < 200; columns++) for (const rate of [0, 0.01, 1e6]) expect(renderProgress(half, { columns, rate }).length).toBeLessThan(columns);
  });

  test("has no bar and no time left where the total is not known", () => {
    expect(renderProgress({ done: 5_000, rejected: 0, bytes: 12 }, { columns: 80, rate: 250 })).toBe("5,000 done  250/s  12 B");
  });

  test("of the end, and of nothing at all, is full", () => {
    expect(renderProgress({ ...half, done: 10_000 }, { columns: 60, rate: 9 })).toMatch(/^\[=+\] 100%  10,000\/10,000/);
    expect(renderProgress({ done: 0, total: 0, rejected: 0, bytes: 0 }, { columns: 60 })).toMatch(/^\[=+\] 100%  0\/0/);
  });

  test("has colour only where it is asked for, beside the width", () => {
    const colored = renderProgress(half, { columns: 60, color: true });
    expect(colored).toContain("\u001b[31m3 rejected\u001b[39m");
    expect(colored.replaceAll(/\u001b\[\d+m/g, "")).toBe(renderProgress(half, { columns: 60 }));
  });

  test("has sizes and times that a person reads", () => {
    expect([0, 999, 1000, 999_999, 2.5e12].map(sizeText)).toEqual(["0 B", "999 B", "1.0 kB", "1.0 MB", "2.5 TB"]);
    expect([0, 0.4, 59, 60, 3725].map(timeText)).toEqual(["0:00", "0:01", "0:59", "1:00", "1:02:05"]);
  });
});

describe("on a screen", () => {
  const screenOf = (isTTY: boolean, columns?: number) => {
    const written: string[] = [];
    return { written, isTTY, columns, write: (text: string) => void written.push(text) };
  };

  test("the line is drawn over, not more often than ten times a second, and its last state stays", () => {
    const screen = screenOf(true, 60);
    let now = 0;
    const bar = createProgressBar(screen, { now: () => now, env: { NO_COLOR: "1" } });
    for (let done = 0; done <= 10; done++) {
      now = done * 30;
      bar.show({ done, total: 10, rejected: 0, bytes: 0 });
    }
    bar.end();
    expect(screen.written.map((text) => /(\d+)\/10/.exec(text)?.[1] ?? text)).toEqual(["0", "4", "8", "10", "\n"]);
    expect(screen.written.slice(0, -1).every((text) => text.startsWith("\r") && text.endsWith("\u001b[K") && text.length < 60 + 4)).toBe(true);
  });

  test("a pseudo-terminal without a size counts as one of 80 columns", () => {
    const screen = screenOf(true, 0);
    createProgressBar(screen).show(half);
    expect(screen.written[0]?.length).toBeGreaterThan(70);
  });

  test("the time left is reckoned from the last seconds, not from what a journal knew", () => {
    const screen = screenOf(true, 100);
    let now = 0;
    const bar = createProgressBar(screen, { now: () => now });
    const show = (done: number, at: number): void => {
      now = at;
      bar.show({ done, total: 20_000, rejected: 0, bytes: 0 });
    };
    show(0, 0);
    show(10_000, 100);
    for (let seconds = 1; seconds <= 30; seconds++) show(10_000 + seconds * 100, 100 + seconds * 1000);
    expect(screen.written.at(-1)).toContain("13,000/20,000  1:10 left  100/s");
  });

  test.each([["1", false], ["", true]])("NO_COLOR=%j", (value, isColored) => {
    const screen = screenOf(true, 100);
    createProgressBar(screen, { env: { NO_COLOR: value } }).show(half);
    expect(screen.written.join("").includes("\u001b[31m")).toBe(isColored);
  });

  test.each([[screenOf(false), {}], [screenOf(true, 80), { TERM: "dumb" }]])("a log gets a line for every so many items, and one at the end", (screen, env) => {
    const bar = createProgressBar(screen, { env, interval: 100 });
    for (let done = 30; done <= 240; done += 30) bar.show({ done, rejected: 1, bytes: done });
    bar.note("a word");
    bar.end();
    bar.end();
    const lines = [plainProgress({ done: 120, rejected: 1, bytes: 120 }), "210 done, 1 rejected, 210 B sent", "a word", "240 done, 1 rejected, 240 B sent"];
    expect(screen.written).toEqual(lines.map((line) => `${line}\n`));
  });
});
