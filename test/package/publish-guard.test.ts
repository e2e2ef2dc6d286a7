import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { execFile } from "node:child_process";
import { books } from "../cli/support/descriptions.js";
import { createProject } from "../cli/support/project.js";
import { pack, root } from "./support/npm.js";

const config = {
  apis: { books: { input: "books.yaml", out: "api/books", packageJson: { license: "EUPL-1.2", publishConfig: { access: "public", provenance: true } } } },
  packageJson: { license: "MIT", repository: { type: "git", url: "git+https://git.test/acme/books.git" } },
};

const { folder, run, write, read, remove, files, dispose } = createProject({ "openapi-sieve.config.json": JSON.stringify(config), "books.yaml": books });
afterAll(dispose);

const built = path.join(folder, "built");
const at = path.join(folder, "api/books");

/** The guard as npm starts it: in the package's folder. */
const guard = (): Promise<{ code: number; error: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [".openapi-sieve/prepublish.mjs"], { cwd: at }, (_, __, error) => resolve({ code: child.exitCode ?? -1, error }));
  });

const refused = (...problems: readonly string[]): object => ({
  code: 1,
  error: `This package is not published as it is:\n${problems.map((problem) => `  ${problem}\n`).join("")}Run \`npx openapi-sieve generate\`, as it was generated, and try again.\n`,
});

beforeAll(async () => {
  await run(["generate"]);
  cpSync(at, built, { recursive: true });
});

beforeEach(() => {
  rmSync(at, { recursive: true });
  cpSync(built, at, { recursive: true });
  rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
  write("books.yaml", books);
});

describe("the guard of a generated package", () => {
  test("lets it be published as it was generated, whatever line ends it was checked out with", async () => {
    expect(await guard()).toEqual({ code: 0, error: "" });
    for (const file of Object.keys(files("api/books"))) if (/\.(?:ts|json|md)$/.test(file)) write(file, read(file).replaceAll("\n", "\r\n"));
    expect(await guard()).toEqual({ code: 0, error: "" });
  });

  test("takes another version, which whoever publishes writes into package.json", async () => {
    write("api/books/package.json", read("api/books/package.json").replace('"version": "1.0.0"', '"version": "1.4.2-beta.1"'));
    expect(await guard()).toEqual({ code: 0, error: "" });
  });

  test("tells edits and what is missing, ten of each at most", async () => {
    write("api/books/src/index.ts", "export {};\n");
    remove("api/books/src/openapi.ts");
    expect(await guard()).toEqual(refused("src/index.ts was changed since it was generated", "src/openapi.ts is missing"));
    for (const file of readdirSync(path.join(at, "dist"), { recursive: true, encoding: "utf8" })) if (file.endsWith(".js")) remove(`api/books/dist/${file}`);
    const { error } = await guard();
    expect(error.split("\n")).toHaveLength(14);
    expect(error).toMatch(/^ {2}… and \d+ more$/m);
  });

  test("refuses what is not built", async () => {
    remove("api/books/dist");
    remove("api/books/.openapi-sieve/built.json");
    expect(await guard()).toEqual(refused("dist/ is not built, or not by openapi-sieve"));
  });

  test("refuses what is built of other sources, as after a pull", async () => {
    write("books.yaml", books.replace("isbn: { type: string }", "isbn: { type: string, minLength: 10 }"));
    await run(["generate"]);
    for (const part of ["dist", ".openapi-sieve/built.json"]) {
      rmSync(path.join(at, part), { recursive: true });
      cpSync(path.join(built, part), path.join(at, part), { recursive: true });
    }
    expect(await guard()).toEqual(refused("dist/ is not built of the sources that are here"));
  });

  test("refuses what its description does not give any more, where the tool is at hand", async () => {
    write("books.yaml", books.replace("isbn: { type: string }", "isbn: { type: string, minLength: 10 }"));
    expect((await guard()).code).toBe(0);
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(root, path.join(folder, "node_modules/openapi-sieve"));
    const { code, error } = await guard();
    expect(code).toBe(1);
    expect(error).toMatch(/^ {2}it is not what its description gives: \d+ files differ$/m);
    write("books.yaml", books.replace("schemas/Book", "schemas/Bock"));
    expect(await guard()).toEqual(refused("its description has errors"));
    write("books.yaml", books);
    write("api/books/package.json", read("api/books/package.json").replace('"version": "1.0.0"', '"version": "2.0.0"'));
    expect(await guard()).toEqual({ code: 0, error: "" });
  });

  test("is run by npm before it publishes, and then nothing is", async () => {
    write("api/books/src/index.ts", "export {};\n");
    const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
      const child = execFile("npm", ["publish", "--dry-run", "--registry", "http://127.0.0.1:9/"], { cwd: at }, (_, out, error) => resolve({ code: child.exitCode ?? -1, said: out + error }));
    });
    expect(code).not.toBe(0);
    expect(said).toContain("src/index.ts was changed since it was generated");
  });
});

test("the configuration adds to package.json, an API's own members before those of all; the tool's folder is not published", async () => {
  expect(JSON.parse(read("api/books/package.json"))).toMatchObject({
    name: "books",
    license: "EUPL-1.2",
    repository: config.packageJson.repository,
    publishConfig: { access: "public", provenance: true },
    scripts: { prepublishOnly: "node .openapi-sieve/prepublish.mjs" },
  });
  const packed = await pack(at, folder);
  expect(packed.files.filter((file) => file.includes(".openapi-sieve"))).toEqual([]);
});

test("an empty text leaves the guard out, and other scripts stand beside it", async () => {
  const own = { apis: { books: { input: "books.yaml", out: "other", packageJson: { scripts: { prepublishOnly: "", test: "node --test" } } } } };
  write("own.json", JSON.stringify(own));
  expect((await run(["generate", "--config", "own.json"])).code).toBe(0);
  expect(JSON.parse(read("other/package.json"))).toMatchObject({ scripts: { test: "node --test" } });
  expect(read("other/package.json")).not.toContain("prepublishOnly");
});
