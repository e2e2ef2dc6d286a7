import { expect, test } from "vitest";
import { checkTrace } from "../progress/support/check-trace.js";
import { books, broken, doubtful, films } from "./support/descriptions.js";
import { project } from "./support/project.js";

const config = JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" }, films: { input: "films.yaml", out: "api/films" } } });

test("several packages have a summary, in which findings are counted", async () => {
  const { run } = project({ "openapi-sieve.config.json": config, "books.yaml": doubtful, "films.yaml": films });
  const { out } = await run(["generate"]);
  expect(out).toMatch(/^books: .+\nfilms: .+\n2 APIs in \d+\.\d s: \d+ files written, 0 unchanged, 0 removed; 1 warning\n$/);
  expect((await run(["generate"])).out).toMatch(/\n2 APIs in \d+\.\d s: 0 files written, \d+ unchanged, 0 removed; 1 warning\n$/);
});

test("--verbose tells the stages on standard error; JSON on standard output stays JSON", async () => {
  const { run } = project({ "books.yaml": books });
  const { code, out, error } = await run(["generate", "books.yaml", "--verbose", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: 1 });
  const times = ["load", "model", "check", "tools", "types", "plan", "emit", "print", "build"].map((stage) => `${stage} \\d+ ms`).join(", ");
  expect(error).toMatch(new RegExp(`^books: ${times}, \\d+ ms in all\nrun: configure \\d+ ms, write \\d+ ms, \\d+ ms in all\n$`));
});

test.each(["1", "2"])("--profile writes a trace of the run, with --jobs %s; of one that finds errors, too", async (jobs) => {
  const { run, read, write } = project({ "openapi-sieve.config.json": config, "books.yaml": books, "films.yaml": films });
  const { code, error } = await run(["generate", "--profile", "trace.json", "--jobs", jobs]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  const { spans, lines } = checkTrace(read("trace.json"));
  expect(spans.map(({ name }) => name)).toEqual(expect.arrayContaining(["run", "configure", "books", "films", "load", "model", "check", "plan", "emit", "print", "write"]));
  expect(new Set([...lines.values()].map((name) => name.replace(/ \(\d+\)$/, ""))).size).toBe(jobs === "1" ? 1 : 3);
  write("films.yaml", broken);
  expect((await run(["generate", "--profile", "trace.json", "--jobs", jobs])).code).toBe(1);
  expect(checkTrace(read("trace.json")).spans.map(({ name }) => name)).toContain("films");
});

test("a trace that cannot be written: the packages are, and the exit code says that something is missing", async () => {
  const { run, files } = project({ "books.yaml": books, taken: "a file" });
  const { code, error } = await run(["generate", "books.yaml", "--profile", "taken/trace.json"]);
  expect(code).toBe(1);
  expect(error).toMatch(/^openapi-sieve: cannot write taken\/trace\.json: E[A-Z]+/);
  expect(files()).toHaveProperty(["generated/books/package.json"]);
});
