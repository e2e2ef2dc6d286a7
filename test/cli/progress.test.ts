import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkTrace } from "../progress/support/check-trace.js";
import { books, broken, doubtful, films } from "./support/descriptions.js";
import { project } from "./support/project.js";
import { startWatch } from "./support/watching.js";

const config = JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" }, films: { input: "films.yaml", out: "api/films" } } });

/** "load 3 ms, model 1 ms" */
const times = (...stages: readonly string[]): string => stages.map((stage) => `${stage} \\d+ ms`).join(", ");

/** As much of it as is looked at: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#type-Profile */
interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
  readonly endTime: number;
}

const reading = ["tools", "load", "model", "check"];
const writing = ["plan", "emit", "print", "format", "wait"];

describe("the last line counts", () => {
  test("several packages, with findings by severity", async () => {
    const { run } = project({ "openapi-sieve.config.json": config, "books.yaml": doubtful, "films.yaml": films });
    const { out } = await run(["generate"]);
    expect(out).toMatch(/^books: .+\nfilms: .+\n2 APIs in \d+\.\d+ s: \d+ files written, 0 unchanged, 0 removed; 1 warning\n$/);
    expect((await run(["generate"])).out).toMatch(/\n2 APIs in \d+\.\d+ s: 0 files written, \d+ unchanged, 0 removed; 1 warning\n$/);
  });

  test("one package, in the line that it has; once, whatever else is told", async () => {
    const { run } = project({ "books.yaml": doubtful });
    const line = /^books: \d+ files written, 0 unchanged, 0 removed in generated\/books; 1 warning \(\d+\.\d+ s\)\n$/;
    expect((await run(["generate", "books.yaml"])).out).toMatch(line);
    expect((await run(["generate", "books.yaml", "--verbose"])).out).toMatch(/^books: 0 files written, \d+ unchanged, 0 removed in generated\/books; 1 warning \(\d+\.\d+ s\)\n$/);
    expect((await run(["generate", "books.yaml", "--quiet"])).out).toBe("");
  });

  test("what check found in several packages, after the way to mend it", async () => {
    const { run, write } = project({ "openapi-sieve.config.json": config, "books.yaml": doubtful, "films.yaml": films });
    await run(["generate"]);
    expect((await run(["check"])).out).toMatch(/^books: up to date\nfilms: up to date\n2 APIs in \d+\.\d+ s: 2 up to date; 1 warning\n$/);
    write("films.yaml", films.replace("place", "spot"));
    const { out } = await run(["check"]);
    expect(out).toMatch(/\nRun `npx openapi-sieve generate` to bring the files up to date\.\n2 APIs in \d+\.\d+ s: 1 differs, 1 up to date; 1 warning\n$/);
    expect((await run(["check", "--format", "github"])).out).toMatch(/\n2 APIs in [^\n]+\n::[0-9a-f]+::\n$/);
    expect((await run(["check", "--quiet"])).out).not.toContain("APIs in");
    write("books.yaml", broken);
    expect((await run(["check"])).out).toMatch(/\n2 APIs in \d+\.\d+ s: 1 with errors, 1 differs; 2 errors\n$/);
  });

  test("what was left as it was, and names what has to be mended", async () => {
    const { run } = project({ "openapi-sieve.config.json": config, "books.yaml": doubtful, "films.yaml": broken });
    const { code, out, error } = await run(["generate"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/\n2 errors, 1 warning: nothing was written of 2 APIs, because of films \(\d+\.\d+ s\)\n$/);
  });

  test("what was left since a folder cannot be written", async () => {
    const { run, files } = project({ "openapi-sieve.config.json": config.replace("api/films", "taken/films"), "books.yaml": doubtful, "films.yaml": films, taken: "a file" });
    const before = files();
    const { code, out, error } = await run(["generate"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/\nopenapi-sieve: cannot write taken\/films: .+\n1 warning: nothing was written of 2 APIs, because of films \(\d+\.\d+ s\)\n$/);
    expect(files()).toEqual(before);
  });
});

describe("--verbose tells the stages on standard error", () => {
  test("of generate; JSON on standard output stays JSON", async () => {
    const { run } = project({ "books.yaml": books });
    const { code, out, error } = await run(["generate", "books.yaml", "--verbose", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
    const line = `books: ${times(...reading, "types", ...writing, "build", "report")}, \\d+ ms in all; types \\d+ ms in another thread`;
    expect(error).toMatch(new RegExp(`^${line}\nrun: ${times("configure", "cache", "write")}, \\d+ ms in all\n$`));
  });

  test.each(["1", "2"])("of check, with --jobs %s", async (jobs) => {
    const { run, write } = project({ "openapi-sieve.config.json": config, "books.yaml": books, "films.yaml": films });
    await run(["generate"]);
    const others = jobs === "1" ? "; types \\d+ ms in another thread" : "";
    const line = (name: string): string => `${name}: ${times(...reading, "types", ...writing, "compare", "report")}, \\d+ ms in all${others}\n`;
    const lines = `${line("books")}${line("films")}run: ${times("configure", "report")}, \\d+ ms in all\n$`;
    const same = await run(["check", "--verbose", "--jobs", jobs]);
    expect(same).toMatchObject({ code: 0, out: expect.stringMatching(/^books: up to date\nfilms: up to date\n2 APIs in /) as string });
    expect(same.error).toMatch(new RegExp(`^${lines}`));
    write("films.yaml", films.replace("title: { type: string }", "title: { type: integer }"));
    const other = await run(["check", "--verbose", "--jobs", jobs, "--format", "sarif"]);
    expect(other.code).toBe(1);
    expect(JSON.parse(other.out)).toMatchObject({ version: "2.1.0" });
    expect(other.error).toMatch(new RegExp(lines));
  });

  test("of each run of watch", async () => {
    const { folder, write } = project({ "books.yaml": books });
    const { until, end } = startWatch(folder, ["books.yaml", "--out", "api", "--verbose"]);
    const run = new RegExp(`^books: ${times("tools", "load")}, [^\n]+ ms in all[^\n]*\nrun: ${times("cache", "write")}, \\d+ ms in all\nbooks: \\d+ written, [^\n]+\n`);
    expect(await until(/watching .*\n/)).toMatch(run);
    write("books.yaml", books.replace("place", "spot"));
    expect(await until(/written.*\n/)).toMatch(run);
    expect(await end("SIGTERM")).toBe(0);
  });
});

describe("--profile writes a trace", () => {
  const namesIn = (text: string): readonly string[] => checkTrace(text).spans.map(({ name }) => name);

  /** The threads whose lines it has. */
  const threadsIn = (text: string): readonly string[] => [...new Set([...checkTrace(text).lines.values()].map((name) => name.replace(/ \(\d+\)$/, "")))].sort();

  test.each(["1", "2"])("of generate, with --jobs %s; of a run that finds errors, too", async (jobs) => {
    const { run, read, write } = project({ "openapi-sieve.config.json": config, "books.yaml": books, "films.yaml": films });
    const { code, error } = await run(["generate", "--profile", "trace.json", "--jobs", jobs]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const text = read("trace.json");
    expect(namesIn(text)).toEqual(expect.arrayContaining(["run", "configure", "books", "films", ...reading, ...writing.filter((name) => name !== "print"), "types write", "build", "write"]));
    expect(namesIn(text)).toEqual(expect.arrayContaining(["print schemas/book", "print schemas/film"]));
    // one for plain types, or one for each package
    expect(threadsIn(text)).toEqual(jobs === "1" ? ["main thread", "thread 1"] : ["main thread", "thread 1", "thread 2"]);
    write("films.yaml", broken);
    expect((await run(["generate", "--profile", "trace.json", "--jobs", jobs])).code).toBe(1);
    expect(namesIn(read("trace.json"))).toContain("films");
  });

  test("that tells modules which an earlier run made from those that are printed", async () => {
    const { run, read, write } = project({ "books.yaml": books });
    const args = ["generate", "books.yaml", "--cache-dir", "cache", "--profile", "trace.json", "--verbose"];
    await run(args);
    write("books.yaml", books.replace("place", "spot"));
    const { error } = await run(args);
    expect(error).toMatch(/emit \d+ ms, reuse \d+ ms, print \d+ ms, /);
    const names = namesIn(read("trace.json"));
    expect(names).toEqual(expect.arrayContaining(["reuse schemas/book", "reuse schemas/shelf", "print schemas/shelf"]));
    expect(names).not.toContain("print schemas/book");
  });

  test.each(["1", "2"])("of check, with --jobs %s; nothing else is written", async (jobs) => {
    const { run, read, files, remove } = project({ "openapi-sieve.config.json": config, "books.yaml": books, "films.yaml": films });
    await run(["generate"]);
    const before = files();
    const { code, error } = await run(["check", "--profile", "trace.json", "--jobs", jobs]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(namesIn(read("trace.json"))).toEqual(expect.arrayContaining(["run", "configure", "books", "films", ...reading, "emit", "types write", "compare", "report"]));
    expect(threadsIn(read("trace.json"))).toHaveLength(jobs === "1" ? 2 : 3);
    remove("trace.json");
    expect(files()).toEqual(before);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("of all runs of watch, when it ends by %s", async (signal) => {
    const { folder, write, read } = project({ "books.yaml": books });
    const { until, end } = startWatch(folder, ["books.yaml", "--out", "api", "--profile", "trace.json"]);
    await until(/watching .*\n/);
    write("books.yaml", books.replace("place", "spot"));
    await until(/written.*\n/);
    expect(existsSync(path.join(folder, "trace.json"))).toBe(false);
    expect(await end(signal)).toBe(0);
    const names = namesIn(read("trace.json"));
    expect(names.filter((name) => name === "run")).toHaveLength(2);
    expect(names.filter((name) => name === "books")).toHaveLength(2);
    expect(names).toEqual(expect.arrayContaining(["configure", ...reading, "emit", "build", "write"]));
  });

  test.each(["generate", "check"])("of functions, where the file is a .cpuprofile, by %s: all in one thread", async (command) => {
    const { run, read } = project({ "openapi-sieve.config.json": config, "books.yaml": books, "films.yaml": films });
    if (command === "check") await run(["generate"]);
    const { code, error } = await run([command, "--profile", "run.cpuprofile", "--verbose"]);
    expect(code).toBe(0);
    expect(error).not.toContain("in another thread");
    const { nodes, samples, timeDeltas, startTime, endTime } = JSON.parse(read("run.cpuprofile")) as CpuProfile;
    expect(endTime).toBeGreaterThan(startTime);
    expect(samples.length).toBe(timeDeltas.length);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(samples.filter((id) => !ids.has(id))).toEqual([]);
    // what writes plain types is loaded here
    expect(nodes.some(({ callFrame }) => callFrame.url.includes("/node_modules/typescript/"))).toBe(true);
  });

  test("or says that it cannot: the packages are written, and the exit code says that something is missing", async () => {
    const { run, files, folder } = project({ "books.yaml": books, taken: "a file" });
    const refused = /^openapi-sieve: cannot write taken\/trace\.json: E[A-Z]+/m;
    const args = ["books.yaml", "--out", "api", "--profile", "taken/trace.json"];
    const made = await run(["generate", ...args]);
    expect(made.code).toBe(1);
    expect(made.error).toMatch(refused);
    expect(files()).toHaveProperty(["api/package.json"]);
    const checked = await run(["check", ...args]);
    expect(checked).toMatchObject({ code: 1, out: "books: up to date\n" });
    expect(checked.error).toMatch(refused);
    const { until, end, rest } = startWatch(folder, args);
    await until(/watching .*\n/);
    expect(await end("SIGINT")).toBe(1);
    expect(rest()).toMatch(refused);
  });
});
