import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root, runCli } from "./support/cli.js";
import { books, broken } from "./support/descriptions.js";
import { createProject, project } from "./support/project.js";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly "x-filter"?: unknown;
}

interface Described {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly operationId: string; readonly parameters?: readonly Parameter[] } }>>;
}

const queryOf = ({ paths }: Described, id: string): readonly Parameter[] =>
  Object.values(paths)
    .flatMap(({ get }) => (get?.operationId === id ? (get.parameters ?? []) : []))
    .filter((parameter) => parameter.in === "query");

describe("the expanded description of Pigello", () => {
  const expanded = createProject({});
  afterAll(expanded.dispose);
  const file = path.join(expanded.folder, "pigello-accounts.yaml");
  let text = "";

  beforeAll(async () => {
    const { code, out, error } = await runCli(root, ["expand", "spec/pigello-accounts.yaml"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    text = out;
    expanded.write("pigello-accounts.yaml", text);
  });

  test("spells out 388 query parameters, and leaves no x-filter on a field", () => {
    const parameters = queryOf(parse(text) as Described, "listOrganizationusers");
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(388);
    expect(parameters).toHaveLength(388);
    expect(parameters.filter((parameter) => typeof parameter["x-filter"] === "string")).toEqual([]);
    expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(["_page", "last_name", "last_name!", "last_name__in!", "created_at__gte"]));
  });

  test("passes Redocly with the rules of this repository", async () => {
    const redocly = path.join(root, "node_modules/@redocly/cli/bin/cli.js");
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const args = [redocly, "lint", file, "--config", path.join(root, "redocly.yaml"), "--format", "json"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
    expect(JSON.parse(stdout.slice(stdout.indexOf("{")))).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  test("gives the same filters as the description that it was made of", async () => {
    const { code } = await expanded.run(["generate", "pigello-accounts.yaml", "--out", "api", "--quiet"]);
    expect(code).toBe(0);
    // a parameter that is spelled out says how its lists are joined, which for one of `x-filter` its dialect does
    const withoutStyle = (text: string | undefined): string | undefined => text?.replaceAll(', style: "form" }', " }");
    for (const module of ["operations/list-organizationusers", "filters/operators", "filters/tables"])
      expect(withoutStyle(expanded.read(`api/src/${module}.ts`))).toBe(readFileSync(path.join(root, `generated/pigello-accounts/src/${module}.ts`), "utf8"));
  });

  test("is its own expansion", async () => {
    expect(await runCli(root, ["expand", file])).toEqual({ code: 0, out: text, error: "" });
  });
});

test("--json gives the same document as JSON", async () => {
  const { run } = project({ "books.yaml": books });
  const [yaml, json] = [await run(["expand", "books.yaml"]), await run(["expand", "books.yaml", "--json"])];
  expect(JSON.parse(json.out)).toEqual(parse(yaml.out));
  expect(queryOf(JSON.parse(json.out) as Described, "listBooks").map(({ name }) => name)).toEqual(["title", "title__icontains", "title__in"]);
});

test("what is null is said in the words of the description", async () => {
  const schemas = "{ X: { type: string }, Y: { nullable: true, allOf: [{ $ref: '#/components/schemas/X' }] }, Z: { nullable: true, enum: [a] } }";
  const text = `openapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths: { /y: { get: { operationId: getY, responses: { "200": { description: y } } } } }\ncomponents: { schemas: ${schemas} }\n`;
  const { run } = project({ "nullable.yaml": text });
  for (const only of [[], ["--only", "getY"]]) expect(await run(["expand", "nullable.yaml", ...only])).toMatchObject({ code: 0, out: only.length > 0 ? expect.not.stringContaining("nullable") : expect.any(String) });
  expect(parse((await run(["expand", "nullable.yaml"])).out)).toEqual(parse(text));
});

test("--out writes it to a file and prints nothing", async () => {
  const { run, read } = project({ "books.yaml": books });
  const { out } = await run(["expand", "books.yaml"]);
  expect(await run(["expand", "books.yaml", "--out", "plain.yaml"])).toEqual({ code: 0, out: "", error: "" });
  expect(read("plain.yaml")).toBe(out);
});

test("a file that cannot be written", async () => {
  const { run } = project({ "books.yaml": books });
  const { code, out, error } = await run(["expand", "books.yaml", "--out", "nowhere/plain.yaml"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error).toMatch(/^openapi-sieve: cannot write nowhere\/plain\.yaml: ENOENT/);
});

test("a description with errors is not expanded", async () => {
  const { run, files } = project({ "books.yaml": broken });
  const { code, out, error } = await run(["expand", "books.yaml", "--out", "plain.yaml"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(error).toMatch(/^books\.yaml:9:\d+ error filter-operator-unknown /m);
  expect(Object.keys(files())).toEqual(["books.yaml"]);
});
