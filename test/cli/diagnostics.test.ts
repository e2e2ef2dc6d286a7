import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type Outcome, root } from "./support/cli.js";
import { books, broken, doubtful } from "./support/descriptions.js";
import { project } from "./support/project.js";

const fits = new Ajv2020({ strictRequired: false }).compile(
  JSON.parse(readFileSync(path.join(root, "generator/schemas/output.schema.json"), "utf8")) as object,
);

/** Many warnings: a format that nothing checks, in as many schemas as are wanted, and one more of another name. */
const manyWarnings = (count: number): string =>
  `${books}${Array.from({ length: count }, (_, index) => `    S${index}: { type: string, format: ${index % 2 === 0 ? "same" : `other-${index}`} }\n`).join("")}`;

describe("--format", () => {
  test("github prints an annotation per finding on standard output, and no text", async () => {
    const { run, files } = project({ "books.yaml": broken });
    const { code, out, error } = await run(["generate", "books.yaml", "--format", "github"]);
    expect(code).toBe(1);
    expect(out.split("\n").map((line) => line.replace(/,line=.*?,title/, ",title"))).toEqual([
      expect.stringMatching(/^::error file=books\.yaml,title=filter-operator-unknown::/),
      expect.stringMatching(/^::error file=books\.yaml,title=ref-unresolved::/),
      "",
    ]);
    expect(error).toMatch(/^2 errors: nothing was written \(\d+\.\d+ s\)\n$/);
    expect(Object.keys(files())).toEqual(["books.yaml"]);
  });

  test("sarif prints one log for all descriptions, also where the cache has the answer", async () => {
    const { run } = project({ "node_modules/.package-lock.json": "{}", "books.yaml": doubtful, "films.yaml": doubtful });
    const args = ["generate", "books.yaml", "films.yaml", "--format", "sarif"];
    const [made, cached] = [await run(args), await run(args)];
    expect(made.error).toBe("");
    expect(JSON.parse(made.out)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "openapi-sieve", rules: [{ id: "format-unknown" }] } },
          results: ["books.yaml", "films.yaml"].map((uri) => ({ level: "warning", locations: [{ physicalLocation: { artifactLocation: { uri } } }] })),
        },
      ],
    });
    expect(cached).toEqual(made);
  });

  test.each([["generate"], ["check"], ["explain"]])("json of %s has the documented shape", async (command) => {
    const { run } = project({ "books.yaml": doubtful });
    const { out } = await run([command, "books.yaml", "--json"]);
    expect(fits(JSON.parse(out)), JSON.stringify(fits.errors)).toBe(true);
    expect(out).toContain('"format-unknown"');
  });

  test("--format json is --json", async () => {
    const { run } = project({ "books.yaml": broken });
    const timeless = ({ error, ...others }: Outcome): Outcome => ({ ...others, error: error.replace(/\(\d+\.\d+ s\)/, "(… s)") });
    expect(timeless(await run(["generate", "books.yaml", "--format", "json"]))).toEqual(timeless(await run(["generate", "books.yaml", "--json"])));
  });

  test("check keeps telling the differences beside annotations", async () => {
    const { run } = project({ "books.yaml": doubtful });
    const { code, out } = await run(["check", "books.yaml", "--format", "github"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=generated\/books\/README\.md,title=drift::books: there is no package in generated\/books yet/);
    expect(out).toMatch(/^::warning file=books\.yaml,.*title=format-unknown::/m);
    // no line of what is told to people is a command
    expect(out).toMatch(/\n::stop-commands::(\w+)\nbooks: there is no package[\s\S]*\n::\1::\n$/);
  });
});

describe("many findings", () => {
  test("fifty are shown, the equal ones as one, and the rest is counted", async () => {
    const { run } = project({ "books.yaml": manyWarnings(200) });
    const { code, error } = await run(["generate", "books.yaml"]);
    expect(code).toBe(0);
    expect(error.match(/^books\.yaml:\d+:\d+ warning /gm)).toHaveLength(50);
    expect(error).toContain("and 94 other places");
    expect(error).toMatch(/^… and 51 warnings more: format-unknown 51; --max-diagnostics 0 shows all$/m);
  });

  test("--max-diagnostics says how many; 0 says all", async () => {
    const { run } = project({ "books.yaml": manyWarnings(200) });
    const shown = async (most: string): Promise<number> => {
      const { error } = await run(["explain", "books.yaml", "--max-diagnostics", most]);
      return error.match(/^books\.yaml:\d+:\d+ warning /gm)?.length ?? 0;
    };
    expect([await shown("3"), await shown("0")]).toEqual([3, 101]);
  });

  test("annotations are limited too, errors first", async () => {
    const { run } = project({ "books.yaml": manyWarnings(9).replace("schemas/Book", "schemas/Bock") });
    const { out } = await run(["generate", "books.yaml", "--format", "github", "--max-diagnostics", "2"]);
    expect(out.split("\n").map((line) => line.split(" ")[0])).toEqual(["::error", "::warning", "::notice", ""]);
    expect(out).toContain("… and 8 warnings more: format-unknown 8\n");
  });
});

describe("levels in the configuration", () => {
  const configured = (config: object, description = doubtful) =>
    project({ "books.yaml": description, "openapi-sieve.config.json": JSON.stringify({ apis: { books: { input: "books.yaml", out: "api" } }, ...config }) });

  test("off is not shown, and an error stops the run", async () => {
    const off = await configured({ diagnostics: { "format-unknown": "off" } }).run(["generate", "--strict"]);
    expect({ code: off.code, error: off.error }).toEqual({ code: 0, error: "" });
    const { run, files } = configured({ diagnostics: { "format-unknown": "error" } });
    const { code, error } = await run(["generate"]);
    expect(code).toBe(1);
    expect(error).toMatch(/^books\.yaml:\d+:\d+ error format-unknown /);
    expect(Object.keys(files())).not.toContain("api/package.json");
  });

  test("what an API says goes before what is said for all", async () => {
    const apis = { books: { input: "books.yaml", out: "api", diagnostics: { "format-unknown": "off" } } };
    const { code } = await configured({ apis, diagnostics: { "format-unknown": "error" } }).run(["generate"]);
    expect(code).toBe(0);
  });

  test("a key that is written twice may be a warning; the first value counts", async () => {
    const twice = books.replace("place: { type: string }", "place: { type: string, type: integer }");
    expect((await configured({}, twice).run(["generate"])).code).toBe(1);
    const { run, read } = configured({ diagnostics: { "yaml-duplicate-key": "warning" } }, twice);
    const { code, error } = await run(["generate"]);
    expect(code).toBe(0);
    expect(error).toContain(" warning yaml-duplicate-key ");
    expect(read("api/src/openapi.ts")).toContain("place?: string");
  });

  test("the cache asks again when a level changes", async () => {
    const { run, write } = project({
      ...{ "node_modules/.package-lock.json": "{}", "books.yaml": doubtful },
      "openapi-sieve.config.json": JSON.stringify({ apis: { books: { input: "books.yaml" } } }),
    });
    expect((await run(["generate"])).error).toContain("format-unknown");
    write("openapi-sieve.config.json", JSON.stringify({ apis: { books: { input: "books.yaml" } }, diagnostics: { "format-unknown": "off" } }));
    expect((await run(["generate"])).error).toBe("");
  });

  test.each([
    [{ "format-unknwon": "off" }, 'diagnostics names no diagnostic "format-unknwon"; did you mean format-unknown?'],
    [{ "format-unknown": "of" }, 'diagnostics["format-unknown"] must be one of "error", "warning", "off"'],
    [{ "ref-unresolved": "off" }, 'diagnostics["ref-unresolved"] must stay "error": with what it stands for nothing can be generated'],
    ["off", "diagnostics must be an object of levels by code"],
  ])("%j is refused", async (diagnostics, message) => {
    const { folder, run } = configured({ diagnostics });
    const { code, error } = await run(["generate"]);
    expect({ code, error }).toEqual({ code: 2, error: `openapi-sieve: ${path.join(folder, "openapi-sieve.config.json")}: ${message}\n` });
  });
});

describe("explain and expand", () => {
  const commands: readonly (readonly [string, ...string[]])[] = [
    ["explain", "books.yaml"],
    ["expand", "books.yaml", "--out", "plain.yaml"],
  ];

  test.each(commands)("%s gives its diagnostics as annotations and as SARIF, and nothing else", async (...args) => {
    const { run } = project({ "books.yaml": doubtful });
    const annotated = await run([...args, "--format", "github"]);
    expect(annotated).toMatchObject({ code: 0, error: "" });
    expect(annotated.out).toMatch(/^::warning file=books\.yaml,[^\n]*\n$/);
    const { code, out } = await run([...args, "--format", "sarif"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: "2.1.0", runs: [{ results: [{ level: "warning" }] }] });
  });

  test.each(commands)("%s does so of an error too, and ends with 1", async (...args) => {
    const { run } = project({ "books.yaml": broken });
    const { code, out } = await run([...args, "--format", "github"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=books\.yaml,/);
  });

  test("expand asks for a file where standard output has the diagnostics", async () => {
    const { run } = project({ "books.yaml": doubtful });
    expect(await run(["expand", "books.yaml", "--format", "sarif"])).toEqual({
      code: 2,
      out: "",
      error: "openapi-sieve: with --format sarif, standard output has the diagnostics: name a file with --out\n",
    });
  });
});
