import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, pack, root, run, temporaryFolder } from "./support/npm.js";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const emptyProject = (name: string): string => {
  const project = path.join(folder, name);
  mkdirSync(project);
  writeFileSync(path.join(project, "package.json"), '{ "name": "user", "private": true, "type": "module" }\n');
  return project;
};

describe("a generated package", () => {
  let project = "";
  let files: readonly string[] = [];

  beforeAll(async () => {
    const packed = await pack(path.join(root, "generated/pigello-accounts"), folder);
    files = packed.files;
    project = emptyProject("consumer");
    // nothing of it comes from a registry
    await install(project, "--offline", packed.tarball);
  });

  test("holds its sources, what is built of them, and its README", () => {
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "dist/index.js", "dist/index.d.ts", "src/index.ts"]));
    expect(files.filter((file) => !/^(?:dist|src)\/|^(?:package\.json|README\.md)$/.test(file))).toEqual([]);
  });

  test("runs where it is installed", async () => {
    const program = `
      import { validateOrganizationuserWrite, writeListOrganizationusersWhere } from "pigello-accounts";
      console.log(validateOrganizationuserWrite({ detail_access: 0 }).issues[0].code);
      console.log(String(writeListOrganizationusersWhere({ last_name: { not: { in: ["Berg", "Lund"] } } })));
    `;
    expect(await run(project, process.execPath, "--input-type=module", "--eval", program)).toBe(
      "atLeastOne\nlast_name__in%21=Berg%2CLund\n",
    );
  });

  test("can be required by CommonJS, as Node 20.19 and later do", async () => {
    const program = 'console.log(require("pigello-accounts").isOrganizationuserWrite({ detail_access: 0, last_name: "Berg" }));';
    expect(await run(project, process.execPath, "--no-warnings", "--input-type=commonjs", "--eval", program)).toBe("true\n");
  });
});

/** The fastest of the compilers: that the others take the code too is shown in test/types/. */
const tsc = path.join(root, "node_modules/typescript-7/bin/tsc");

/** What `npm pack` needs of the repository, so that its prepack does not build where other tests run. */
const packedParts = ["generator", "templates", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json", "README.md", "LICENSE"];

const description = `openapi: 3.1.0
info: { title: Bookshop, version: 1.2.0 }
x-filter-dialect: django
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: title, in: query, x-filter: { operators: [icontains, in] }, schema: { type: string } }
      responses:
        "200":
          description: the books
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Book" } }
    post:
      operationId: addBook
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } }
      responses: { "204": { description: added } }
components:
  schemas:
    Book:
      type: object
      properties:
        isbn: { type: string }
        title: { type: string }
      anyOf:
        - required: [isbn]
        - required: [title]
`;

const program = `import { type Book, type ListBooksWhere, validateBook, writeListBooksWhere } from "./api/src/index.js";

const book: Book = { title: "Sönder, samman" };
const where: ListBooksWhere = { title: { icontains: "sönder", in: ["a,b"] } };
// @ts-expect-error neither an ISBN nor a title
const nothing: Book = {};

console.log(JSON.stringify([validateBook(book), validateBook(nothing), writeListBooksWhere(where).toString()]));
`;

const userConfig = {
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: [],
    strict: true,
    skipDefaultLibCheck: true,
    rootDir: "src",
    outDir: "out",
  },
  include: ["src"],
};

describe("the tool", () => {
  let project = "";
  let files: readonly string[] = [];

  beforeAll(async () => {
    const source = path.join(folder, "source");
    for (const part of packedParts) cpSync(path.join(root, part), path.join(source, part), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(source, "node_modules"));
    const packed = await pack(source, folder);
    files = packed.files;
    project = emptyProject("user");
    await install(project, packed.tarball);
    // a registry may take its time
  }, 300_000);

  test("holds what it runs from, its types and its schemas, and no tests", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "package.json",
        "README.md",
        "LICENSE",
        "dist/cli.js",
        "dist/index.js",
        "dist/types/generator/index.d.ts",
        "generator/schemas/x-filter.schema.json",
        "templates/filters.ts",
      ]),
    );
    expect(files.filter((file) => /^(?:test|spec|generated|bench)\//.test(file) || /^generator\/(?!schemas\/)/.test(file))).toEqual([]);
  });

  test("generates a package from a user's file, which compiles and runs", async () => {
    mkdirSync(path.join(project, "src"));
    writeFileSync(path.join(project, "openapi.yaml"), description);
    writeFileSync(path.join(project, "src", "main.ts"), program);
    writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify(userConfig));
    expect(await run(project, "npx", "openapi-sieve", "generate", "openapi.yaml", "--out", "src/api")).toMatch(
      /^api: \d+ files written, 0 unchanged, 0 removed in src\/api; no findings \(\d+\.\d+ s\)\n$/,
    );
    expect(JSON.parse(readFileSync(path.join(project, "src/api/package.json"), "utf8"))).toMatchObject({ name: "api", version: "1.2.0" });
    expect(await run(project, process.execPath, tsc, "-p", ".")).toBe("");
    expect(JSON.parse(await run(project, process.execPath, "out/main.js"))).toEqual([
      { value: { title: "Sönder, samman" } },
      { issues: [{ code: "atLeastOne", path: [], message: "at least one of isbn, title is required", fields: ["isbn", "title"] }] },
      "title__icontains=s%C3%B6nder&title__in=a%252Cb",
    ]);
  });

  test("has a programmatic API, typed", async () => {
    const using = `import { defineConfig, generate } from "openapi-sieve";

const { files, diagnostics } = await generate({ input: "openapi.yaml", name: "books" });
const config = defineConfig({ apis: { books: { input: "openapi.yaml" } } });
console.log(diagnostics.length, files.some((file) => file.path === "src/index.ts"), config.apis["books"]?.input);
`;
    const use = path.join(project, "use");
    mkdirSync(use);
    writeFileSync(path.join(use, "main.ts"), using);
    const flags = ["--strict", "--skipDefaultLibCheck", "--ignoreConfig", "--module", "nodenext", "--target", "es2022", "--outDir", "use/out"];
    expect(await run(project, process.execPath, tsc, "use/main.ts", ...flags)).toBe("");
    expect(await run(project, process.execPath, "use/out/main.js")).toBe("0 true openapi.yaml\n");
  });
});
