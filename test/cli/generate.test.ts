import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { books, broken, doubtful, films, withoutShelf } from "./support/descriptions.js";
import { createProject, project } from "./support/project.js";

const loads = fileURLToPath(new URL("support/log-loads.cjs", import.meta.url));
const heavy = /node_modules\/(?:prettier|ts-morph|typescript|openapi-typescript|oxc-transform|yaml)\//;

const config = JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" }, films: { input: "films.yaml", out: "api/films" } } });

/** The cache lives in `node_modules`, and only where npm has made one. */
const installed = { "node_modules/.package-lock.json": "{}" };

describe("two APIs of a configuration, run after run", () => {
  const { run, write, read, remove, files, dispose } = createProject({
    ...installed,
    "openapi-sieve.config.json": config,
    "books.yaml": books,
    "films.yaml": films,
  });
  afterAll(dispose);

  let first: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    const { code, out, error } = await run(["generate"]);
    expect(error).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(/^books: \d+ written, 0 unchanged in api\/books\nfilms: \d+ written, 0 unchanged in api\/films\n2 APIs in .+\n$/);
    first = files("api");
  });

  test("a package per API, with sources, README and what is built", () => {
    for (const name of ["books", "films"])
      expect(Object.keys(first)).toEqual(
        expect.arrayContaining(["package.json", "README.md", "src/index.ts", "dist/index.js", "dist/index.d.ts"].map((file) => `api/${name}/${file}`)),
      );
    expect(Object.keys(files()).filter((file) => !file.startsWith("api/")).sort()).toEqual(["books.yaml", "films.yaml", "openapi-sieve.config.json"]);
  });

  test("with nothing changed, nothing is written and nothing heavy is loaded", async () => {
    const { code, out, error } = await run(["generate"], { node: ["--require", loads] });
    expect(code).toBe(0);
    expect(out).toMatch(/^books: 0 written, \d+ unchanged in api\/books\nfilms: 0 written, \d+ unchanged in api\/films\n2 APIs in .+\n$/);
    expect(error).toContain("loads ");
    expect(error.split("\n").filter((line) => heavy.test(line))).toEqual([]);
  });

  test("a file that somebody changed, and one that somebody deleted, are as they were", async () => {
    write("api/books/src/schemas/book.ts", "export {};\n");
    remove("api/films/dist/index.js");
    const { code, out } = await run(["generate", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ apis: [{ name: "books", written: 1 }, { name: "films", written: 1 }] });
    expect(files("api")).toEqual(first);
  });

  test("what the tool wrote and the description has no more goes; what somebody added stays", async () => {
    write("api/books/src/own.ts", "export const mine = true;\n");
    write("api/books/NOTES.md", "mine\n");
    write("books.yaml", withoutShelf);
    const { out } = await run(["generate"]);
    expect(out).toMatch(/^books: \d+ written, \d+ unchanged, \d+ removed in api\/books\n/);
    const now = Object.keys(files("api/books"));
    expect(now.filter((file) => file.includes("shelf"))).toEqual([]);
    expect(now).toEqual(expect.arrayContaining(["api/books/src/own.ts", "api/books/NOTES.md"]));
    expect(now.filter((file) => file.endsWith(".tmp"))).toEqual([]);
    write("books.yaml", books);
  });

  test("a file that says it is generated, and is not, stays and is told of", async () => {
    await run(["generate"]);
    write("api/films/src/schemas/left-over.ts", read("api/films/src/schemas/film.ts"));
    write("api/films/src/schemas/film.ts", "export {};\n");
    const { code, out, error } = await run(["generate"]);
    expect(code).toBe(0);
    expect(out).toMatch(/films: 1 written, \d+ unchanged in api\/films\n2 APIs in .+\n$/);
    expect(error).toBe(
      "api/films/src/schemas/film.ts: had been edited, and is overwritten\n" +
        "api/films/src/schemas/left-over.ts: says that it is generated, but the manifest does not know it, so it stays; remove it, or its first line if it is to stay\n",
    );
    remove("api/films/src/schemas/left-over.ts");
  });

  test("with an error in one description nothing at all is written", async () => {
    const before = files("api");
    write("books.yaml", broken);
    write("films.yaml", films.replace("Shelf", "Cupboard"));
    const { code, out, error } = await run(["generate"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/^books\.yaml:9:\d+ error filter-operator-unknown /m);
    expect(error).toMatch(/^books\.yaml:15:\d+ error ref-unresolved /m);
    expect(error).toMatch(/^2 errors: nothing was written of 2 APIs, because of books \(\d+\.\d+ s\)$/m);
    expect(files("api")).toEqual(before);
  });

  test("the same as JSON", async () => {
    const { code, out } = await run(["generate", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      apis: [
        {
          name: "books",
          written: 0,
          diagnostics: [
            { code: "filter-operator-unknown", severity: "error", file: "books.yaml", range: { start: { line: 9 } }, hint: "did you mean icontains?" },
            { code: "ref-unresolved", severity: "error", file: "books.yaml", range: { start: { line: 15 } } },
          ],
        },
        { name: "films", written: 0, diagnostics: [] },
      ],
    });
  });
});

describe("an input on the command line needs no configuration", () => {
  test("it goes to generated/NAME, and the output is plain without a terminal", async () => {
    const { run, files } = project({ "books.yaml": doubtful });
    const { code, out, error } = await run(["generate", "books.yaml"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^books: \d+ files written, 0 unchanged, 0 removed in generated\/books; 1 warning \(\d+\.\d+ s\)\n$/);
    expect(error).toMatch(/^books\.yaml:\d+:\d+ warning /);
    expect(out + error).not.toMatch(/[\u001b\r]/);
    expect(files()).toHaveProperty(["generated/books/package.json"]);
  });

  test("--strict makes an error of a warning, and nothing is written", async () => {
    const { run, files } = project({ "books.yaml": doubtful });
    const { code, error } = await run(["generate", "books.yaml", "--strict"]);
    expect(code).toBe(1);
    expect(error).toMatch(/^1 warning: nothing was written \(\d+\.\d+ s\)$/m);
    expect(Object.keys(files())).toEqual(["books.yaml"]);
  });

  test("several go to a folder each; --quiet says nothing", async () => {
    const { run, files } = project({ "openapi/books.yaml": books, "openapi/films.json.yaml": films });
    const args = ["generate", "openapi/books.yaml", "openapi/films.json.yaml", "--out", "api", "--quiet"];
    expect(await run(args)).toEqual({ code: 0, out: "", error: "" });
    const packages = Object.keys(files("api")).filter((file) => /^api\/[^/]+\/package\.json$/.test(file));
    expect(packages.sort()).toEqual(["api/books/package.json", "api/films-json/package.json"]);
  });

  test("a description that does not exist", async () => {
    const { run } = project({});
    const { code, out, error } = await run(["generate", "nowhere.yaml"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/^error file-missing .*nowhere\.yaml/);
    expect(error).not.toContain("    at ");
  });
});

describe("an input that is no file is told as what it is", () => {
  const commands = ["generate", "check", "explain", "expand"];

  test.each(commands)("%s with a folder", async (command) => {
    const { run } = project({ "spec/openapi.yaml": books });
    const message = (name: string, inside: string): string => `error file-missing "${name}" is a folder: name the description in it, such as "${inside}"\n`;
    for (const [input, name, inside] of [[".", ".", "openapi.yaml"], ["./spec/", "spec", "spec/openapi.yaml"]] as const) {
      const { code, out, error } = await run([command, input]);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(error).toContain(message(name, inside));
    }
  });

  test.each(commands)("%s with a URL", async (command) => {
    const { run, files } = project({});
    const { code, out, error } = await run([command, "https://example.org/v1/openapi.yaml"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toContain('error file-missing "https://example.org/v1/openapi.yaml" is a URL, and nothing is read from the network: download the description and name the file, or say --allow-remote\n');
    const local = await run([command, "file:///spec/openapi.yaml"]);
    expect(local.error).toContain('error file-missing "file:///spec/openapi.yaml" is a URL; name the file by its path\n');
    expect(files()).toEqual({});
  });

  test("in a configuration", async () => {
    const config = { apis: { books: { input: "https://example.org/openapi.yaml" }, films: { input: "." } } };
    const { run } = project({ "openapi-sieve.config.json": JSON.stringify(config) });
    const { code, error } = await run(["generate"]);
    expect(code).toBe(1);
    expect(error).toContain('"https://example.org/openapi.yaml" is a URL');
    expect(error).toContain('"." is a folder: ');
  });
});

describe("the name of a package that is made again", () => {
  const nameIn = (manifest: string): unknown => (JSON.parse(manifest) as { readonly name: unknown }).name;

  test("is kept without --name, by generate as by check", async () => {
    const { run, read } = project({ "books.yaml": books });
    await run(["generate", "books.yaml", "--out", "api", "--name", "@shop/library"]);
    expect(nameIn(read("api/package.json"))).toBe("@shop/library");
    expect(await run(["check", "books.yaml", "--out", "api"])).toEqual({ code: 0, out: "@shop/library: up to date\n", error: "" });
    expect((await run(["generate", "books.yaml", "--out", "api"])).out).toMatch(/^@shop\/library: 0 files written, /);
    expect((await run(["check", "books.yaml", "--out", "api", "--name", "books"])).code).toBe(1);
  });

  test("is a new one where that cannot be kept", async () => {
    const { run, read } = project({ "books.yaml": books });
    await run(["generate", "books.yaml", "--out", "api"]);
    expect(nameIn(read("api/package.json"))).toBe("books");
  });

  test.each(["{", "[]", '{ "name": 7 }', '{ "name": "Not A Name" }'])("is not read from a package.json that holds %s", async (manifest) => {
    const { run } = project({ "books.yaml": books, "api/package.json": manifest });
    expect((await run(["check", "books.yaml", "--out", "api"])).out).toContain("api/package.json was not generated, and would be lost");
  });
});

describe("where it cannot write", () => {
  test.each([
    ["one package", ["books.yaml"]],
    ["several packages", ["books.yaml", "films.yaml"]],
  ])("--out names a file, for %s", async (_, inputs) => {
    const { folder, run, files } = project({ "books.yaml": books, "films.yaml": films, taken: "a file" });
    const before = files();
    const error = `openapi-sieve: ${path.join(folder, "taken")} is a file, and a package goes into a folder; choose another \`out\`\n`;
    for (const command of ["generate", "check"])
      expect(await run([command, ...inputs, "--out", "taken"])).toEqual({ code: 2, out: "", error });
    expect(files()).toEqual(before);
  });

  test("what somebody else put there is not overwritten", async () => {
    const { run, files } = project({ "openapi.yaml": books, "package.json": '{ "name": "mine" }\n', "src/index.ts": "export {};\n" });
    const before = files();
    const { code, out, error } = await run(["generate", "openapi.yaml", "--out", "."]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(/^openapi-sieve: .+ holds package\.json, src\/index\.ts, which was not generated; move it, or choose another folder with --out\nnothing was written \(\d+\.\d+ s\)\n$/);
    expect(files()).toEqual(before);
    const asked = await run(["generate", "openapi.yaml", "--out", ".", "--json"]);
    expect(asked.code).toBe(2);
    expect(JSON.parse(asked.out)).toMatchObject({ apis: [{ written: 0, diagnostics: [], problem: { kind: "foreign", message: expect.stringContaining("holds package.json, src/index.ts") as string } }] });
    expect(files()).toEqual(before);
  });

  test("a folder that cannot be made", async () => {
    const { run, files } = project({ "openapi.yaml": books, taken: "a file" });
    const { code, out, error } = await run(["generate", "openapi.yaml", "--out", "taken/api"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/^openapi-sieve: cannot write taken\/api: E[A-Z]+: .+\nnothing was written \(\d+\.\d+ s\)\n$/);
    expect(files()["taken"]).toBe("a file");
  });

  test("a folder in the place of a file: the draft beside it is removed", async () => {
    const { folder, run, files } = project({ "openapi.yaml": books });
    mkdirSync(path.join(folder, "api/src/index.ts"), { recursive: true });
    const { code, error } = await run(["generate", "openapi.yaml", "--out", "api"]);
    expect(code).toBe(1);
    expect(error).toMatch(/^openapi-sieve: cannot write api: E/);
    expect(Object.keys(files()).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });

  // root may write everywhere
  test.skipIf(process.getuid?.() === 0)("a folder that is read-only", async () => {
    const { folder, run, files } = project({ "openapi.yaml": books });
    mkdirSync(path.join(folder, "api"), { mode: 0o555 });
    const { code, error } = await run(["generate", "openapi.yaml", "--out", "api"]);
    expect(code).toBe(1);
    expect(error).toMatch(/^openapi-sieve: cannot write api: EACCES: permission denied/);
    expect(Object.keys(files("api"))).toEqual([]);
  });
});

test("a second thread that dies ends the run with its reason", async () => {
  const { run, files } = project({ "books.yaml": books });
  const script = 'import { isMainThread } from "node:worker_threads"; if (!isMainThread) throw new Error("out of luck");';
  const { code, out, error } = await run(["generate", "books.yaml"], { node: ["--import", `data:text/javascript,${encodeURIComponent(script)}`] });
  expect({ code, out }).toEqual({ code: 70, out: "" });
  expect(error).toMatch(/^openapi-sieve: books: this is a bug of the tool, please report it\nError: out of luck\n/);
  expect(Object.keys(files())).toEqual(["books.yaml"]);
});

test("a damaged cache costs a run, and nothing else", async () => {
  const { folder, run } = project({ ...installed, "books.yaml": books });
  const args = ["generate", "books.yaml", "--json"];
  const [made] = (JSON.parse((await run(args)).out) as { apis: readonly { written: number }[] }).apis;
  const cache = path.join(folder, "node_modules/.cache/openapi-sieve");
  for (const file of readdirSync(cache)) writeFileSync(path.join(cache, file), "{ damaged");
  const { code, out } = await run(args);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ apis: [{ written: 0, unchanged: made?.written }] });
});
