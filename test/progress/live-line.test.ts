import { describe, expect, test } from "vitest";
import { observe } from "../../generator/commands/observe.js";
import type { CommandOptions } from "../../generator/commands/options.js";
import { createRecorder } from "../../generator/commands/recorder.js";
import type { Stage } from "../../generator/progress/stage.js";

const options = { cwd: "/nowhere", verbose: false, quiet: false } as CommandOptions;

/** A terminal that shows what one of its lines would show. */
const terminal = (columns?: number) => {
  let line = "";
  const pictures: string[] = [];
  const texts: string[] = [];
  return {
    pictures,
    texts,
    line: () => line,
    streams: {
      out: () => {},
      error: (text: string) => {
        texts.push(text);
        for (const part of text.split(/(\r|\u001B\[K)/)) line = part === "\r" || part === "\u001B[K" ? "" : line + part;
        if (line !== "") pictures.push(line);
      },
      color: false,
      outColor: false,
      openTerminal: undefined,
      ...(columns === undefined ? {} : { columns: () => columns }),
    },
  };
};

const played = (columns: number | undefined, given: Partial<CommandOptions> = {}) => {
  const screen = terminal(columns);
  let time = 0;
  const observer = observe({ ...options, ...given }, screen.streams, () => {}, () => time);
  observer.expect(2);
  const at = (seconds: number, api: string, stage: Stage, phase: "begin" | "end" = "begin"): void => {
    time = seconds * 1_000_000;
    observer.hear({ api, stage, phase, time, thread: 0 });
  };
  return { ...screen, observer, at };
};

describe("on a terminal", () => {
  test("a run that takes its time shows where it is, in one line that goes away", () => {
    const { at, observer, pictures, line } = played(80);
    at(0.1, "books", "package");
    at(0.2, "books", "load");
    expect(pictures).toEqual([]);
    at(1.1, "films", "package");
    at(1.15, "films", "load");
    at(1.3, "books", "emit");
    // a piece of a stage is no news
    at(1.5, "books", "print");
    at(1.6, "books", "format");
    at(1.8, "books", "format", "end");
    at(2, "books", "package", "end");
    at(3, "", "write");
    expect(pictures).toEqual(["0/2 books: load, films: begin", "0/2 books: emit, films: load", "0/2 books: format, films: load", "0/2 books: wait, films: load", "1/2 films: load", "1/2 all: write"]);
    observer.wipe();
    expect(line()).toBe("");
    observer.end([]);
    expect(line()).toBe("");
  });

  test.each([
    [12, "a-very-long-name", ["0/2 a-very…"]],
    [13, "映画の名前", ["0/2 映画の…"]],
    [18, "映画の名前", ["0/2 映画の名前: …"]],
    [21, "映画の名前", ["0/2 映画の名前: load"]],
    [2, "films", ["…"]],
    [1, "films", []],
  ])("a line that would wrap is cut, in %i columns", (columns, name, expected) => {
    const { at, pictures } = played(columns);
    at(2, name, "load");
    expect(pictures).toEqual(expected);
  });

  test("what is shown already is not drawn again", () => {
    const { at, texts } = played(80);
    at(2, "films", "load");
    at(3, "films", "load");
    expect(texts).toHaveLength(1);
  });

  test("a short run shows nothing, and has nothing to wipe", () => {
    const { at, observer, texts } = played(80);
    at(0.4, "books", "load");
    observer.end([]);
    expect(texts).toEqual([]);
  });
});

test.each([
  ["in a pipe", undefined, {}],
  ["where only diagnostics are wanted", 80, { quiet: true }],
])("%s nothing is drawn", (_, columns, given) => {
  const { at, observer, texts } = played(columns, given);
  at(5, "books", "load");
  observer.end([]);
  expect(texts).toEqual([]);
});

test("--verbose tells the times in the end, by the clock that it was given", () => {
  const { at, observer, texts } = played(undefined, { verbose: true });
  at(1, "books", "package");
  at(1.5, "books", "load");
  at(1.75, "books", "load", "end");
  at(2, "books", "package", "end");
  observer.end(["books"]);
  expect(texts).toEqual(["books: load 250 ms, 1000 ms in all\n", "run: 2000 ms in all\n"]);
});

test("a trace that cannot be written is told", async () => {
  const { streams, texts } = terminal();
  const recorder = await createRecorder({ cwd: "/nowhere", profile: "\0" }, streams);
  expect(await recorder.write()).toBe(false);
  expect(texts.join("")).toMatch(/^openapi-sieve: cannot write /);
});
