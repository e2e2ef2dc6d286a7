import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sarifSchema } from "../diagnostics/support/sarif-schema.js";
import { textHash } from "../../generator/write/text-hash.js";
import { gitIn } from "../action/support/repository.js";
import { root } from "./support/cli.js";
import { books, broken, doubtful, films } from "./support/descriptions.js";
import { createProject } from "./support/project.js";

/** An operator goes, a field comes. */
const changed = books.replace("[icontains, in]", "[icontains]").replace("isbn: { type: string }", "isbn: { type: string }\n        pages: { type: integer }");

const configured = (format: unknown = "oxfmt"): string =>
  JSON.stringify({ format, apis: { books: { input: "spec/books.yaml", out: "api/books" }, films: { input: "spec/films.yaml", out: "api/films" } } });

const { folder, run, write, read, remove, files, dispose } = createProject({ "openapi-sieve.config.json": configured(), "spec/books.yaml": books, "spec/films.yaml": films });
afterAll(dispose);

beforeAll(async () => {
  await run(["generate"]);
  gitIn(folder, "init", "--quiet");
  write(".gitignore", "dist/\n");
  gitIn(folder, "add", "--all");
  gitIn(folder, "commit", "--quiet", "--message", "packages");
});

beforeEach(() => {
  gitIn(folder, "checkout", "--quiet", "--force", ".");
  gitIn(folder, "clean", "--quiet", "-fd");
});

const check = (...args: readonly string[]) => run(["check", ...args]);

/** Everything below the folder, with what tells of a write. */
const snapshot = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => {
      const { mtimeNs, ctimeNs, size, ino } = statSync(path.join(folder, name), { bigint: true });
      return `${name} ${mtimeNs} ${ctimeNs} ${size} ${ino}`;
    })
    .sort();

describe("what a drift means", () => {
  test("comes first: by class, with the place and the rule of each change; then the texts", async () => {
    write("spec/books.yaml", changed);
    const { code, out } = await check("--api", "books");
    expect(code).toBe(1);
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^books: the API changes: \d breaking for callers, \d compatible; a major version$/);
    const at = (text: string): number => lines.findIndex((line) => line.startsWith(text));
    const order = [at("  breaking for callers"), at("  compatible"), at("api/books/src/operations/list-books.ts is outdated"), at("Run `npx openapi-sieve generate --api books`")];
    expect(order).toEqual(order.toSorted((left, right) => left - right));
    expect(order).not.toContain(-1);
    expect(out).toMatch(/^ {4}listBooks where\.title in {2}operator-removed .*\(spec\/books\.yaml:9:\d+\)\n {6}\S.*\.$/m);
    expect(out).toMatch(/^ {4}Book\.pages {2}.*\(spec\/books\.yaml:22:\d+\)$/m);
  });

  test("what is gone is shown where it was taken out of", async () => {
    write("spec/books.yaml", books.replace("place: { type: string }", "room: { type: string }"));
    expect((await check("--api", "books")).out).toMatch(/^ {4}Shelf\.place {2}.*\(spec\/books\.yaml:\d+:\d+\)$/m);
  });

  test("nothing: another formatter changes texts alone", async () => {
    write("openapi-sieve.config.json", configured(false));
    const { code, out } = await check("--api", "books");
    expect(code).toBe(1);
    expect(out).toMatch(/^books: the API is the same; the texts? of \d+ files? differs?\n/);
    expect(out).not.toContain("by hand");
  });

  test("edits by hand are told apart from what is outdated", async () => {
    write("spec/books.yaml", changed);
    write("api/books/src/schemas/shelf.ts", `${read("api/books/src/schemas/shelf.ts")}// mine\n`);
    const { out } = await check("--api", "books");
    expect(out).toMatch(/; 1 file was edited by hand\n/);
    expect(out).toContain("api/books/src/schemas/shelf.ts was edited by hand since it was generated; the edit will be overwritten\n");
    expect(out).toContain("api/books/src/operations/list-books.ts is outdated\n");
  });

  test.each([
    ["is not there", undefined, "there is no api/books/.openapi-sieve/surface.json, which older versions did not write, so that only texts are compared"],
    ["is none", "<<<<<<< \u001b[31m", "api/books/.openapi-sieve/surface.json is no JSON"],
    ["is of another version", '{"surface":99}', "was written by another version of the tool"],
    ["is damaged", '{"surface":1,"schemas":[{"shape":7}]}', "api/books/.openapi-sieve/surface.json is damaged"],
  ])("is not told where the surface %s, and a line says why", async (_, text, reason) => {
    write("spec/books.yaml", changed);
    remove("api/books/.openapi-sieve/surface.json");
    if (text !== undefined) write("api/books/.openapi-sieve/surface.json", text);
    const { code, out } = await check("--api", "books");
    expect(code).toBe(1);
    expect(out.split("\n")[0]).toContain(reason);
    expect(out).not.toContain("\u001b");
    expect(out).toContain("api/books/src/operations/list-books.ts is outdated\n");
  });
});

describe("--since", () => {
  test("names of files command no runner, and move no cursor", async () => {
    const mark = "// Generated by openapi-sieve.\n";
    write("api/books/src/a\n::error::\u001b[31mx.ts", mark);
    const record = JSON.parse(read("api/books/.openapi-sieve/manifest.json")) as { files: Record<string, string> };
    write("api/books/src/b\n::error::\u001b[31mx.ts", mark);
    write("api/books/.openapi-sieve/manifest.json", JSON.stringify({ ...record, files: { ...record.files, "src/b\n::error::\u001b[31mx.ts": textHash(mark) } }));
    const { out, error } = await check();
    expect(error).toContain("api/books/src/a␊::error::␛[31mx.ts says that it is generated");
    expect(out).toContain("api/books/src/b␊::error::␛[31mx.ts is left over\n");
  });

  test("tells what has changed since a revision, also where the packages are up to date", async () => {
    write("spec/books.yaml", changed);
    await run(["generate", "--quiet"]);
    const { code, out } = await check("--since", "HEAD");
    expect(code).toBe(0);
    expect(out).toMatch(/^books: since HEAD: \d breaking for callers, \d compatible; a major version\n {2}breaking for callers\n/);
    expect(out).toContain("\nbooks: up to date\nfilms: since HEAD: the API is the same\nfilms: up to date\n");
  });

  test("says what it has nothing to compare with", async () => {
    const { code, out } = await check("--since", "no-such-branch", "--api", "books");
    expect({ code, out }).toEqual({ code: 0, out: "books: since no-such-branch: git knows no revision \"no-such-branch\"\nbooks: up to date\n" });
    gitIn(folder, "rm", "-r", "--quiet", "--cached", "api/films");
    gitIn(folder, "commit", "--quiet", "--message", "without films");
    expect((await check("--since", "HEAD", "--api", "films")).out).toContain("films: since HEAD: there is no api/films/.openapi-sieve/surface.json in it");
    gitIn(folder, "reset", "--quiet", "--hard", "HEAD~1");
  });

  test.each(["--upload-pack=x", "-x", "a b", ""])("%j is no revision", async (revision) => {
    const { code, error } = await check(`--since=${revision}`);
    expect({ code, error }).toEqual({ code: 2, error: "openapi-sieve: --since takes a revision of git, such as origin/main\nTry openapi-sieve --help.\n" });
  });
});

describe("formats", () => {
  const fits = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(path.join(root, "generator/schemas/output.schema.json"), "utf8")) as object);

  test("every one of them, printed and as a report, and nothing but the reports is written", async () => {
    write("spec/books.yaml", changed.replace("place: { type: string }", "place: { type: string, format: shelfmark }"));
    write("api/films/src/index.ts", "// mine\n");
    const before = snapshot();
    const printed = new Map<string, string>();
    for (const format of ["text", "json", "sarif", "github", "gitlab", "markdown"]) {
      const { code, out } = await check("--format", format, "--since", "HEAD");
      expect(code).toBe(1);
      printed.set(format, out);
    }
    expect(snapshot()).toEqual(before);

    const json = JSON.parse(printed.get("json") ?? "") as { apis: readonly { status: string; input: string; bump: string; differences: readonly unknown[] }[] };
    expect(fits(json), JSON.stringify(fits.errors)).toBe(true);
    expect(json.apis).toMatchObject([
      { name: "books", input: "spec/books.yaml", status: "drift", bump: "major", since: { revision: "HEAD", bump: "major" } },
      { name: "films", status: "drift", bump: "none", changes: [], differences: [{ path: "src/index.ts", kind: "edited" }] },
    ]);
    const sarif = new Ajv2020({ strict: false }).compile(sarifSchema);
    expect(sarif(JSON.parse(printed.get("sarif") ?? "")), JSON.stringify(sarif.errors)).toBe(true);
    expect(printed.get("sarif")).toContain('"drift-edited"');
    expect(printed.get("github")).toMatch(/^::error file=api\/films\/src\/index\.ts,.*title=drift-edited::/m);
    expect(printed.get("gitlab")).toContain('"check_name": "format-unknown"');
    expect(printed.get("markdown")).toContain("### openapi-sieve: 2 packages are not what their descriptions give\n");

    const formats = ["json", "sarif", "gitlab", "markdown"];
    await check("--since", "HEAD", ...formats.flatMap((format) => ["--report", `${format}=out/${format}`]));
    for (const format of formats) expect(read(`out/${format}`), format).toBe(printed.get(format));
    remove("out");
    expect(Object.keys(files()).filter((name) => !before.some((line) => line.startsWith(`${name} `)) && !name.startsWith(".git/"))).toEqual([]);
  });

  test("a report that cannot be written is told", async () => {
    mkdirSync(path.join(folder, "locked"));
    write("locked/file", "");
    const { code, error } = await check("--report", "json=locked/file/report.json");
    expect(code).toBe(1);
    expect(error).toMatch(/^openapi-sieve: cannot write locked\/file\/report\.json: /);
  });

  test("a tree that nobody may write to is checked", async () => {
    const locked = ["api/books", "api/books/src", "api/books/.openapi-sieve"].map((name) => path.join(folder, name));
    for (const name of locked) chmodSync(name, 0o555);
    const { code, out } = await check("--api", "books");
    for (const name of locked) chmodSync(name, 0o755);
    expect({ code, out }).toEqual({ code: 0, out: "books: up to date\n" });
  });

  test("annotations, SARIF and Code Quality name files from the root of the repository", async () => {
    write("spec/books.yaml", doubtful);
    const env = { GITHUB_WORKSPACE: path.dirname(folder) };
    const name = path.basename(folder);
    expect((await run(["check", "--format", "github"], { env })).out).toContain(`::warning file=${name}/spec/books.yaml,`);
    expect((await run(["check", "--format", "sarif"], { env })).out).toContain(`"uri": "${name}/spec/books.yaml"`);
    expect((await run(["check", "--format", "gitlab"], { env: { CI_PROJECT_DIR: path.dirname(folder) } })).out).toContain(`"path": "${name}/spec/books.yaml"`);
    // a folder elsewhere is the root of nothing here
    expect((await run(["check", "--format", "github"], { env: { GITHUB_WORKSPACE: path.join(folder, "api") } })).out).toContain("::warning file=spec/books.yaml,");
  });

  test.each([
    [["--report", "report.md"], "--report takes FORMAT=FILE, such as markdown=report.md"],
    [["--report", "text=report.txt"], "--report takes FORMAT=FILE, such as markdown=report.md"],
    [["--report", "markdwon=report.md"], 'there is no format "markdwon"; did you mean markdown?'],
  ])("%j is wrong use", async (args, message) => {
    expect(await check(...args)).toEqual({ code: 2, out: "", error: `openapi-sieve: ${message}\nTry openapi-sieve --help.\n` });
  });

  test("markdown is for check alone", async () => {
    expect(await run(["explain", "spec/books.yaml", "--format", "markdown"])).toMatchObject({ code: 2, error: expect.stringContaining("explain takes no --format markdown") as string });
  });
});

test("in threads, all is told as in one", async () => {
  write("spec/books.yaml", changed);
  write("spec/films.yaml", films.replace("schemas/Film", "schemas/Flim"));
  const of = async (jobs: string): Promise<object> => {
    const told = await check("--since", "HEAD", "--jobs", jobs, "--report", "json=out/report.json");
    return { ...told, out: told.out.replace(/\d+\.\d+ s/, "… s"), json: read("out/report.json") };
  };
  const alone = await of("1");
  expect(alone).toMatchObject({ code: 1, out: expect.stringContaining("listBooks where.title in  operator-removed (spec/books.yaml:9:") as string });
  expect(await of("2")).toEqual(alone);
});

describe("--api", () => {
  test("takes those that it names, and generate does, too", async () => {
    expect((await check("--api", "films")).out).toBe("films: up to date\n");
    expect((await run(["generate", "--api", "films,books"])).out).toMatch(/^books: .*\nfilms: /);
    expect((await run(["generate", "--api", "films"])).out).not.toContain("books");
  });

  test.each([
    [["check", "--api", "film"], '--api "film": the configuration has no such API; did you mean films?'],
    [["check", "spec/books.yaml", "--api", "books"], "--api goes without an input"],
  ])("%j is wrong use", async (args, message) => {
    expect(await run(args)).toEqual({ code: 2, out: "", error: `openapi-sieve: ${message}\n` });
  });

  test("errors of one description leave the others checked", async () => {
    write("spec/books.yaml", broken);
    write("spec/films.yaml", films.replace("isbn: { type: string }", "isbn: { type: string, minLength: 3 }"));
    const { code, out, error } = await check();
    expect(code).toBe(1);
    expect(error).toContain("books: 2 errors\n");
    expect(out).toMatch(/^films: the API changes: /);
    const { apis } = JSON.parse((await check("--json")).out) as { apis: readonly { status: string }[] };
    expect(apis.map(({ status }) => status)).toEqual(["failed", "drift"]);
  });
});
