import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { books } from "./support/descriptions.js";
import { project } from "./support/project.js";

/** What a program prints that uses the built package as its users do. */
const printed = async (program: string): Promise<unknown> => {
  const dist = new URL("../../dist/index.js", import.meta.url).href;
  const { folder } = project({ "books.yaml": books, "program.mjs": `import { generate } from ${JSON.stringify(dist)};\n${program}\n` });
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, "program.mjs")], { cwd: folder });
  return JSON.parse(stdout);
};

describe("generate() of a program", () => {
  test.each(["{}", "", "null", "{ input: 7 }", '{ input: "" }', '"books.yaml"'])("refuses %s", async (options) => {
    const rejection = await printed(`generate(${options}).catch((error) => console.log(JSON.stringify([error.name, error.message])));`);
    expect(rejection).toEqual(["TypeError", 'generate() needs the path of a description: generate({ input: "openapi.yaml" })']);
  });

  test("answers with files, and tells of an input that is no file among the diagnostics", async () => {
    const result = await printed(`
      const made = await generate({ input: "books.yaml" });
      const folder = await generate({ input: "." });
      console.log(JSON.stringify([made.files.map(({ path }) => path), folder.files, folder.diagnostics.map(({ code }) => code)]));`);
    expect(result).toEqual([expect.arrayContaining(["package.json", "src/index.ts"]), [], ["file-missing"]]);
  });

  test("warns of slow patterns, which are errors if it is strict", async () => {
    const result = await printed(`
      import { writeFileSync } from "node:fs";
      writeFileSync("slow.yaml", ${JSON.stringify(books.replace("isbn: { type: string }", 'isbn: { type: string, pattern: "^([0-9]+-?)+$" }'))});
      const made = [await generate({ input: "slow.yaml" }), await generate({ input: "slow.yaml", strict: true })];
      console.log(JSON.stringify(made.map(({ files, diagnostics }) => [files.length > 0, ...diagnostics.map(({ code }) => code)])));`);
    expect(result).toEqual([
      [true, "pattern-slow"],
      [false, "pattern-slow"],
    ]);
  });
});
