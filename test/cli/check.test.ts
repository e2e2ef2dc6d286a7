import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { root, runCli } from "./support/cli.js";
import { books, broken, films, withoutShelf } from "./support/descriptions.js";
import { createProject } from "./support/project.js";

const config = JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" } } });

describe("check", () => {
  const { run, write, remove, files, dispose } = createProject({ "my config.json": config, "books.yaml": books, "films.yaml": films });
  afterAll(dispose);
  const check = (...more: readonly string[]) => run(["check", "--config", "my config.json", ...more]);
  beforeAll(async () => void (await run(["generate", "--config", "my config.json"])));

  test("what was generated is up to date", async () => {
    expect(await check()).toEqual({ code: 0, out: "books: up to date\n", error: "" });
    expect(await check("--quiet")).toEqual({ code: 0, out: "", error: "" });
  });

  test("a package that is missing is named, and so is the command that makes it", async () => {
    const { code, out, error } = await run(["check", "films.yaml", "--out", "api/films"]);
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(out).toMatch(/^films: there is no package in api\/films yet; it would have \d+ files\n\nRun `npx openapi-sieve generate films\.yaml --out api\/films` to bring the files up to date\.\n$/);
  });

  test("a file that is somebody else's is told first, and no command that would not write", async () => {
    write("api/mine/src/index.ts", "export const mine = true;\n");
    const { code, out } = await run(["check", "films.yaml", "--out", "api/mine"]);
    expect(code).toBe(1);
    expect(out.split("\n")[1]).toBe("api/mine/src/index.ts was not generated, and would be lost: move it, or choose another folder");
    expect(out).not.toContain("to bring the files up to date");
    expect((await run(["generate", "films.yaml", "--out", "api/mine"])).code).toBe(2);
    remove("api/mine");
  });

  test("drift: every file is named, with a short diff; nothing is written", async () => {
    write("books.yaml", withoutShelf.replace("[icontains, in]", "[icontains, in, startswith]"));
    write("api/books/src/own.ts", "export const mine = true;\n");
    remove("api/books/src/schemas/book.ts");
    const before = files();
    const { code, out, error } = await check();
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(files()).toEqual(before);
    expect(out).toContain("api/books/src/schemas/book.ts is missing\n");
    expect(out).toContain("api/books/src/schemas/shelf.ts is left over\n");
    expect(out).toMatch(/^api\/books\/src\/operations\/list-books\.ts is outdated\n {4}@@ line \d+ @@\n/m);
    expect(out).toMatch(/^ {4}\+.*"title__startswith"/m);
    expect(out).not.toContain("own.ts");
    // short: no diff is longer than its limit and the line that says so
    for (const [diff] of out.matchAll(/^(?: {4}.*\n)+/gm)) expect(diff.split("\n").length).toBeLessThanOrEqual(14);
    expect(out).toMatch(/\nRun `npx openapi-sieve generate --config 'my config\.json'` to bring the files up to date\.\n$/);
    expect(out).not.toContain("\u001b");
  });

  test("the same as JSON", async () => {
    const { code, out } = await check("--json");
    expect(code).toBe(1);
    const { apis } = JSON.parse(out) as { apis: readonly { differences: readonly unknown[] }[] };
    expect(apis).toMatchObject([{ name: "books", out: "api/books" }]);
    expect(apis[0]?.differences).toEqual(
      expect.arrayContaining([
        { path: "src/operations/list-books.ts", kind: "outdated" },
        { path: "src/schemas/book.ts", kind: "missing" },
        { path: "src/schemas/shelf.ts", kind: "stale" },
      ]),
    );
  });

  test("the command that it names repairs", async () => {
    await run(["generate", "--config", "my config.json"]);
    expect(await check()).toEqual({ code: 0, out: "books: up to date\n", error: "" });
    expect(files()).toHaveProperty(["api/books/src/own.ts"]);
  });

  test("an error in the description is no drift, and yet a finding", async () => {
    write("books.yaml", broken);
    const { code, out, error } = await check();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/^books\.yaml:9:\d+ error filter-operator-unknown /m);
    expect(error).toMatch(/books: 2 errors\n$/);
  });
});

test("what is committed of the packages is what their descriptions give", () => {
  expect(inject("drift")).toEqual([]);
});

test("the packages of this repository are what their descriptions give", async () => {
  const { code, out, error } = await runCli(root, ["check"]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(out).toMatch(/^pigello-accounts: up to date\ntaxfiling-accounts: up to date\n2 APIs in \d+\.\d+ s: 2 up to date; no findings\n$/);
});
