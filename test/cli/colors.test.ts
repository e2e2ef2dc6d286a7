import { describe, expect, test } from "vitest";
import { books, broken, doubtful } from "./support/descriptions.js";
import { project } from "./support/project.js";

/** As if a terminal stood behind standard error. */
const terminal = ["--import", `data:text/javascript,${encodeURIComponent('Object.defineProperty(process.stderr, "isTTY", { value: true });')}`];

test.each([
  ["in a pipe", [], {}, false],
  ["in a pipe that takes them, as in many CIs", [], { FORCE_COLOR: "1" }, true],
  ["that somebody wants, and somebody does not", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ["on a terminal", terminal, {}, true],
  ["on a terminal, NO_COLOR being empty", terminal, { NO_COLOR: "" }, true],
  ["on a terminal that knows none", terminal, { TERM: "dumb" }, false],
  ["on a terminal, with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
  ["on a terminal, with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
])("colours %s", async (_, node, env, isColored) => {
  const { run } = project({ "broken.yaml": broken });
  const { code, out, error } = await run(["explain", "broken.yaml"], { node, env });
  expect(code).toBe(1);
  expect(out).not.toContain("\u001B");
  expect(error).toMatch(isColored ? /\u001B\[1mbroken\.yaml:9:/ : /^broken\.yaml:9:/);
  expect(error.includes("\u001B")).toBe(isColored);
});

test("colours are the same in a run that finds nothing to do, and where another has been that took none", async () => {
  const { run } = project({ "books.yaml": doubtful });
  const args = ["generate", "books.yaml", "--cache-dir", "cache"];
  const colored = { env: { FORCE_COLOR: "1" } };
  const plain = await run(args);
  expect(plain.error).toMatch(/^books\.yaml:\d+:\d+ warning /);
  const first = await run([...args, "--no-cache"], colored);
  expect(first.error).toContain("\u001B[1;33mwarning\u001B[0m");
  const second = await run([...args, "--verbose"], colored);
  expect(second.error).toBe(`${first.error}${second.error.slice(second.error.indexOf("run: "))}`);
  expect((await run(args)).error).toBe(plain.error);
});

describe("of changes", () => {
  const plain = (text: string): string => text.replace(/\u001B\[[\d;]*m/g, "");
  const other = books.replace("icontains, in", "in").replace("place: { type: string }", "place: { type: string }\n        room: { type: string }");
  const forced = { env: { FORCE_COLOR: "1" } };

  test("diff shows which class breaks programs", async () => {
    const { run } = project({ "old.yaml": books, "new.yaml": other });
    const { out } = await run(["diff", "old.yaml", "new.yaml"], forced);
    expect(out).toMatch(/^\u001B\[1;31mBreaking for callers \(1\)\u001B\[0m\n[^]*\n\u001B\[1mCompatible \(\d+\)\u001B\[0m\n/);
    expect(await run(["diff", "old.yaml", "new.yaml"])).toMatchObject({ out: plain(out) });
    expect((await run(["diff", "old.yaml", "new.yaml", "--format", "markdown"], forced)).out).not.toContain("\u001B");
  });

  test("check shows it, too, and lines of files that go and come", async () => {
    const { run, write } = project({ "books.yaml": books });
    await run(["generate", "books.yaml"]);
    write("books.yaml", other);
    const { code, out } = await run(["check", "books.yaml"], forced);
    expect(code).toBe(1);
    expect(out).toMatch(/\n\u001B\[1;31m {2}breaking for callers\u001B\[0m\n[^]*\n\u001B\[1m {2}compatible\u001B\[0m\n/);
    expect(out).toMatch(/\n\u001B\[2m {4}@@ line \d+ @@\u001B\[0m\n[^]*\u001B\[31m {4}-[^\n]*\u001B\[0m\n\u001B\[32m {4}\+/);
    expect(await run(["check", "books.yaml"])).toMatchObject({ out: plain(out) });
    expect(JSON.parse((await run(["check", "books.yaml", "--json"], forced)).out)).toMatchObject({ version: 1 });
  });
});
