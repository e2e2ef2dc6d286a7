import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./support/cli.js";
import { dialects } from "../../generator/filters/index.js";
import { books, broken, doubtful } from "./support/descriptions.js";
import { project } from "./support/project.js";

const apis = { apis: { books: { input: "spec/books.yaml" } } };

/** With an error in the description a run ends early, and its place shows that the configuration was found and read. */
const found = /^spec\/books\.yaml:9:\d+ error filter-operator-unknown /m;

describe("a configuration is found", () => {
  const run = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const { folder, run } = project({ "spec/books.yaml": broken, ...files });
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(root, path.join(folder, "node_modules/openapi-sieve"));
    return run(["generate", ...args]);
  };

  test.each([
    ["openapi-sieve.config.json", JSON.stringify({ $schema: "https://example.org/schema.json", ...apis })],
    ["package.json", JSON.stringify({ name: "mine", "openapi-sieve": apis })],
    ["openapi-sieve.config.js", `export default ${JSON.stringify(apis)};`],
    [
      "openapi-sieve.config.ts",
      `import { type Config, defineConfig } from "openapi-sieve";\nconst config: Config = ${JSON.stringify(apis)};\nexport default defineConfig(config);\n`,
    ],
  ])("in %s", async (file, text) => {
    const { code, error } = await run({ [file]: text });
    expect(error).toMatch(found);
    expect(code).toBe(1);
  });

  test("in TypeScript that imports defineConfig, where the package is not installed beside it, as under npx", async () => {
    const text = `import { defineConfig } from "openapi-sieve";\nexport default defineConfig(${JSON.stringify(apis)});\n`;
    const { run } = project({ "spec/books.yaml": broken, "openapi-sieve.config.ts": text });
    const { code, error } = await run(["generate"]);
    expect(error).toMatch(found);
    expect(code).toBe(1);
  });

  test("in the file that --config names; inputs stand relative to it", async () => {
    const moved = JSON.stringify({ apis: { books: { input: "../spec/books.yaml" } } });
    const { code, error } = await run({ "settings/api.json": moved }, "--config", "settings/api.json");
    expect(error).toMatch(found);
    expect(code).toBe(1);
  });

  test("a file of its own goes before package.json", async () => {
    const other = JSON.stringify({ name: "mine", "openapi-sieve": { apis: { books: { input: "nowhere.yaml" } } } });
    const { error } = await run({ "package.json": other, "openapi-sieve.config.json": JSON.stringify(apis) });
    expect(error).toMatch(found);
  });

  test("strict in the configuration is strict", async () => {
    const strict = JSON.stringify({ ...apis, strict: true });
    const { code, error } = await run({ "spec/books.yaml": doubtful, "openapi-sieve.config.json": strict });
    expect(error).toMatch(/^1 warning: nothing was written \(\d+\.\d+ s\)$/m);
    expect(code).toBe(1);
  });
});

test("`format` decides who lays out the modules", async () => {
  const configured = (format: string | false) => ({ "spec/books.yaml": books, "openapi-sieve.config.json": JSON.stringify({ ...apis, format }) });
  const texts: string[] = [];
  for (const format of ["oxfmt", "prettier", false] as const) {
    const { folder, run } = project(configured(format));
    expect((await run(["generate"])).code).toBe(0);
    const modules = ["filters/tables.ts", "operations/list-books.ts", "client/list-books.ts", "openapi.ts"];
    texts.push(modules.map((module) => readFileSync(path.join(folder, "generated/books/src", module), "utf8")).join("\n"));
  }
  expect(new Set(texts).size).toBe(3);
  const lengths = texts.map((text) => Math.max(...text.split("\n").map((line) => line.length)));
  expect(lengths[0]).toBeLessThanOrEqual(120);
  expect(lengths[1]).toBeLessThanOrEqual(120);
  expect(lengths[2]).toBeGreaterThan(120);
});

describe("wrong configurations are told with exit code 2, all problems at once", () => {
  const wrong: readonly (readonly [what: string, config: unknown, messages: readonly string[]])[] = [
    ["no object", [], ["the configuration must be an object with `apis`"]],
    ["no APIs", {}, ["`apis` must be an object of APIs by name"]],
    ["an empty list of APIs", { apis: {} }, ["`apis` names no API, so there is nothing to generate"]],
    [
      "misspelt keys, whose right ones are not missed besides",
      { apis: { books: { inputt: "books.yaml", uot: "api" } }, Strict: true },
      [
        'apis["books"] has no option "inputt"; did you mean input?',
        'apis["books"] has no option "uot"; did you mean out?',
        'the configuration has no option "Strict"; did you mean strict?',
      ],
    ],
    [
      "names that are none, and misspelt kinds of them",
      { apis: { books: { input: "books.yaml", names: { schema: {}, schemas: { a: "1a", b: "B", c: "B" }, operations: ["x"] } }, films: { input: "films.yaml", names: "x" } } },
      [
        'apis["books"].names.schemas["a"] must be an identifier: letters and digits of ASCII, "_" and "$", no digit first',
        'apis["books"].names.schemas["c"] is "B", which is the name of "b" already',
        'apis["books"].names.operations must be an object of names',
        'apis["books"].names has no option "schema"; there are schemas, operations',
        'apis["films"].names must be an object with `schemas` and `operations`',
      ],
    ],
    [
      "remotes that are none",
      { apis: { books: { input: "books.yaml", remotes: { "schemas/": "x", "https://example.com/a#b": "y", "https://example.com/": "" } }, films: { input: "films.yaml", remotes: [] } } },
      [
        'apis["books"].remotes: "schemas/" must be a URL such as https://example.com/schemas/, or that of a file',
        'apis["books"].remotes: "https://example.com/a#b" must be a URL such as https://example.com/schemas/, or that of a file',
        'apis["books"].remotes["https://example.com/"] must be the path of a folder',
        'apis["films"].remotes must be an object of folders by URL',
      ],
    ],
    ["misspelt `apis`", { api: { books: { input: "books.yaml" } } }, ['the configuration has no option "api"; did you mean apis?']],
    [
      "several problems",
      { apis: { "My API": { input: 7, output: "x" }, books: "books.yaml", films: { input: "films.yaml", out: "", dates: "date", int64: "BigInt", filterDialect: "rails" } }, format: "Prettier", strict: "yes", api: {} },
      [
        'apis["My API"]: the name must be one that npm takes (lower case, digits, "-", ".", "_")',
        'apis["My API"].input must be the path of a description',
        'apis["My API"] has no option "output"; there are input, overlays, only, out, dates, int64, decimals, names, filterDialect, packageJson, emitters, diagnostics, allowOutside, allowRemote, maxSize, remotes',
        'apis["books"] must be an object with `input`',
        'apis["films"].out must be a path',
        'apis["films"].dates must be one of "string", "Date", "Temporal"',
        'apis["films"].int64 must be one of "number", "bigint", "string"',
        `apis["films"].filterDialect must be false or one of ${Object.keys(dialects).map((name) => JSON.stringify(name)).join(", ")}`,
        '`format` must be one of "oxfmt", "prettier", false',
        "`strict` must be true or false",
        'the configuration has no option "api"; there are apis, formats, emitters, format, packageJson, strict, diagnostics, allowOutside, allowRemote, maxSize, remotes, $schema',
      ],
    ],
  ];

  test.each(wrong)("%s", async (_, config, messages) => {
    const { folder, run } = project({ "openapi-sieve.config.json": JSON.stringify(config) });
    const file = path.join(folder, "openapi-sieve.config.json");
    const error = messages.map((message) => `openapi-sieve: ${file}: ${message}\n`).join("");
    expect(await run(["generate"])).toEqual({ code: 2, out: "", error });
    expect(await run(["check"])).toEqual({ code: 2, out: "", error });
  });

  test("two APIs in one folder", async () => {
    const config = { apis: { books: { input: "a.yaml", out: "api" }, films: { input: "b.yaml", out: "./api/" } } };
    const { folder, run } = project({ "openapi-sieve.config.json": JSON.stringify(config) });
    expect(await run(["generate"])).toEqual({
      code: 2,
      out: "",
      error: `openapi-sieve: two packages would be written to ${path.join(folder, "api")}; give each its own \`out\`\n`,
    });
  });

  test("an API among the files of another, or in its folder by another name", async () => {
    const { folder, run, write } = project({ "books.yaml": books, "api/README.md": "" });
    symlinkSync("api", path.join(folder, "link"));
    const error = async (films: string): Promise<string> => {
      write("openapi-sieve.config.json", JSON.stringify({ apis: { books: { input: "books.yaml", out: "api" }, films: { input: "books.yaml", out: films } } }));
      return (await run(["check"])).error;
    };
    const at = (name: string): string => path.join(folder, name);
    expect(await error("api/src/films")).toBe(`openapi-sieve: ${at("api/src/films")} is among the files of the package in ${at("api")}; choose another \`out\`\n`);
    expect(await error("link/dist")).toBe(`openapi-sieve: ${at("link/dist")} is among the files of the package in ${at("api")}; choose another \`out\`\n`);
    expect(await error("link")).toBe(`openapi-sieve: two packages would be written to ${at("link")}; give each its own \`out\`\n`);
    // beside them is fine
    expect(await error("api/packages/films")).toBe("");
  });

  test("a folder that is a file", async () => {
    const config = { apis: { books: { input: "books.yaml", out: "taken" } } };
    const { folder, run, files } = project({ "openapi-sieve.config.json": JSON.stringify(config), "books.yaml": books, taken: "a file" });
    const before = files();
    const error = `openapi-sieve: ${path.join(folder, "taken")} is a file, and a package goes into a folder; choose another \`out\`\n`;
    for (const command of ["generate", "check"]) expect(await run([command])).toEqual({ code: 2, out: "", error });
    expect(files()).toEqual(before);
  });

  test.each([
    ["openapi-sieve.config.json", "{ apis: }"],
    ["openapi-sieve.config.ts", "export default {{;"],
    ["openapi-sieve.config.js", 'throw new Error("not today");'],
    ["package.json", "{"],
  ])("%s that cannot be read", async (file, text) => {
    const { folder, run } = project({ [file]: text });
    const { code, out, error } = await run(["generate"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toContain(`openapi-sieve: ${path.join(folder, file === "package.json" ? "" : file)}`);
    expect(error).not.toContain("bug of the tool");
  });

  test("none at all", async () => {
    const { run } = project({ "package.json": "{}" });
    expect(await run(["generate"])).toEqual({
      code: 2,
      out: "",
      error: "openapi-sieve: there is no input: name a description, or write an openapi-sieve.config.ts (see the README)\n",
    });
  });

  test("--config names no file", async () => {
    const { folder, run } = project({});
    const error = `openapi-sieve: ${path.join(folder, "x.json")}: the file does not exist\n`;
    expect(await run(["generate", "--config", "x.json"])).toEqual({ code: 2, out: "", error });
  });
});

describe("a configuration that cannot be read", () => {
  test.each([
    ["openapi-sieve.config.json", '{\n  "apis": {\n    "books" { "input": "books.yaml" }\n  }\n}\n', "openapi-sieve.config.json:3:13: expected `:`, found `{`"],
    ["openapi-sieve.config.json", "", "openapi-sieve.config.json:1:1: expected a value, found the end of the file"],
    ["package.json", '{ "name": "mine",\n  "openapi-sieve": }', "package.json:2:20: expected a value, found `}`"],
  ])("%s tells the place: %j", async (file, text, expected) => {
    const { folder, run } = project({ [file]: text });
    expect(await run(["generate"])).toMatchObject({ code: 2, out: "", error: `openapi-sieve: ${path.join(folder, expected)}\n` });
  });

  test("a byte-order mark is no fault", async () => {
    const { run } = project({ "spec/books.yaml": broken, "openapi-sieve.config.json": `\uFEFF${JSON.stringify(apis)}` });
    expect((await run(["generate"])).error).toMatch(found);
  });

  test.each([
    ["at the top", "export default { get apis() { throw new Error('no such luck'); } };"],
    ["deeper down", "export default { apis: { books: { get input() { throw new Error('no such luck'); } } } };"],
  ])("a getter that throws %s is told", async (_, text) => {
    const { folder, run } = project({ "openapi-sieve.config.mjs": text });
    const { code, error } = await run(["generate"]);
    expect({ code, error }).toEqual({ code: 2, error: `openapi-sieve: ${path.join(folder, "openapi-sieve.config.mjs")}: no such luck\n` });
  });
});
