import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { root } from "./support/cli.js";
import { books } from "./support/descriptions.js";
import { project } from "./support/project.js";

const slow = books.replace("isbn: { type: string }", 'isbn: { type: string, pattern: "^(97[89]-?)*([0-9]+-?)+$" }');
const fast = books.replace("isbn: { type: string }", 'isbn: { type: string, pattern: "^97[89]-[0-9]{1,5}-[0-9]+-[0-9]$" }');

const warning = /^books\.yaml:21:\d+ warning pattern-slow the pattern takes exponential time on some texts, such as '.+'\.repeat\(\d+\)/m;

const loads = ["--require", fileURLToPath(new URL("support/log-loads.cjs", import.meta.url))];

/** The file that the detector was built into. */
const detector = readdirSync(path.join(root, "dist/chunks")).filter((file) =>
  readFileSync(path.join(root, "dist/chunks", file), "utf8").includes("maxInitialGenerationSize"),
);

const loaded = (error: string): boolean => error.split("\n").some((line) => line.startsWith("loads ") && detector.some((file) => line.endsWith(file)));

test.each(["generate", "check", "explain", "expand"])("%s warns of a slow pattern, in its line", async (command) => {
  const { run } = project({ "books.yaml": slow });
  const { error } = await run([command, "books.yaml"]);
  expect(error).toMatch(warning);
  expect(error.match(/pattern-slow/g)).toHaveLength(1);
});

test("--strict makes it an error", async () => {
  const { run, files } = project({ "books.yaml": slow });
  const { code, error } = await run(["generate", "books.yaml", "--strict"]);
  expect(code).toBe(1);
  expect(error).toMatch(warning);
  expect(Object.keys(files())).toEqual(["books.yaml"]);
});

test("the detector is one file, loaded for doubtful patterns only, and never where nothing has changed", async () => {
  expect(detector).toHaveLength(1);
  const { run, write } = project({ "node_modules/.package-lock.json": "{}", "books.yaml": slow });
  const generate = async (): Promise<readonly [boolean, string | undefined]> => {
    const { error } = await run(["generate", "books.yaml"], { node: loads });
    return [loaded(error), warning.exec(error)?.[0]];
  };
  const [isLoaded, said] = await generate();
  expect(isLoaded).toBe(true);
  expect(said).toBeDefined();
  // what was said is said again
  expect(await generate()).toEqual([false, said]);
  write("books.yaml", fast);
  expect(await generate()).toEqual([false, undefined]);
});
