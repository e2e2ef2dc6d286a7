import { describe, expect, test } from "vitest";
import { books, withoutShelf } from "./support/descriptions.js";
import { project } from "./support/project.js";

const head = 'overlay: 1.1.0\ninfo: { title: Ours, version: "1" }\nactions:\n';

/** The API has one more filter. */
const filters = `${head}  - target: $.paths['/books'].get.parameters
    update: { name: isbn, in: query, x-filter: { operators: [in] }, schema: { type: string } }
`;

const withoutShelves = `${head}  - target: $.components.schemas.Shelf
    remove: true
`;

/** An operator that there is not, on line 5. */
const mistaken = filters.replace("[in]", "[inn]");

const generated = "generated/books/src/operations/list-books.ts";

test("generate, check, explain and expand take overlays, in their order", async () => {
  const { run, read } = project({ "books.yaml": books, "filters.yaml": filters, "less.yaml": withoutShelves });
  const overlays = ["--overlay", "filters.yaml", "--overlay", "less.yaml"];
  const made = await run(["generate", "books.yaml", ...overlays]);
  expect(made).toMatchObject({ code: 0, error: "" });
  expect(read(generated)).toContain("isbn__in");
  expect(read("generated/books/src/index.ts")).not.toContain("Shelf");
  expect(await run(["check", "books.yaml", ...overlays])).toMatchObject({ code: 0, out: "books: up to date\n" });
  const other = await run(["check", "books.yaml", "--overlay", "less.yaml"]);
  expect(other.code).toBe(1);
  expect(other.out).toContain("Run `npx openapi-sieve generate books.yaml --overlay less.yaml` to bring");
  const explained = await run(["explain", "books.yaml", "listBooks", ...overlays]);
  expect(explained.out).toMatch(/filter isbn: a string; equals, in; .* filters\.yaml:5:13$/m);
  const expanded = await run(["expand", "books.yaml", ...overlays]);
  expect(expanded.out).toContain("isbn__in");
  expect(expanded.out).not.toContain("Shelf");
});

test("a mistake in an overlay is shown there, with the place that it was put at", async () => {
  const { run } = project({ "books.yaml": books, "filters.yaml": mistaken });
  const { code, error } = await run(["generate", "books.yaml", "--overlay", "filters.yaml"]);
  expect(code).toBe(1);
  expect(error).toMatch(/^filters\.yaml:5:\d+ error filter-operator-unknown [^]*^ {2}books\.yaml:8:\d+ note: put by an overlay into what stands here$/m);
});

describe("the configuration", () => {
  const config = (overlays: unknown): string => JSON.stringify({ apis: { books: { input: "books.yaml", overlays } } });

  test("names overlays for each API, which decide whether there is anything to do", async () => {
    const { run, write, read } = project({
      "spec/books.yaml": books,
      "spec/overlays/one.yaml": filters,
      "spec/settings.json": config(["overlays/one.yaml"]),
      "node_modules/.package-lock.json": "{}",
    });
    const generate = ["generate", "--config", "spec/settings.json"];
    expect((await run(generate)).code).toBe(0);
    expect(read(`spec/${generated}`)).toContain("isbn__in");
    expect((await run(generate)).out).toContain("0 files written");
    write("spec/overlays/one.yaml", filters.replace("name: isbn", "name: number"));
    expect((await run(generate)).code).toBe(0);
    expect(read(`spec/${generated}`)).toContain("number__in");
    write("spec/settings.json", config([]));
    expect((await run(generate)).code).toBe(0);
    expect(read(`spec/${generated}`)).not.toContain("number__in");
  });

  test.each([["one.yaml"], [[7]], [[""]]])("says what %j is not", async (overlays) => {
    const { run } = project({ "books.yaml": books, "openapi-sieve.config.json": config(overlays) });
    const { code, error } = await run(["generate"]);
    expect(code).toBe(2);
    expect(error).toContain('apis["books"].overlays must be a list of paths');
  });
});

test("an action that matches nothing is a warning, and an error where warnings are", async () => {
  const { run } = project({ "books.yaml": withoutShelf, "less.yaml": withoutShelves });
  const given = ["generate", "books.yaml", "--overlay", "less.yaml"];
  const loose = await run(given);
  expect(loose.code).toBe(0);
  expect(loose.error).toContain("less.yaml:4:13 warning overlay-no-match");
  expect((await run([...given, "--strict"])).code).toBe(1);
});

test.each([
  [["generate", "--overlay", "less.yaml"], "--overlay goes with an input; the configuration has `overlays` for each API"],
  [["generate", "a.yaml", "b.yaml", "--overlay", "less.yaml"], "--overlay goes with one input"],
])("%j is told what is wrong", async (args, message) => {
  const { run } = project({});
  expect(await run(args)).toMatchObject({ code: 2, error: expect.stringContaining(message) });
});
