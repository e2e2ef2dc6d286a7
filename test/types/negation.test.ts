import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { compile, type Files, versions } from "./support/compilers.js";

const input = fileURLToPath(new URL("negation.yaml", import.meta.url));
let sources: Files = {};

beforeAll(async () => {
  const { files, diagnostics } = await generate({ input });
  expect(diagnostics).toEqual([]);
  sources = Object.fromEntries(files.filter((file) => file.path.endsWith(".ts")).map(({ path, text }) => [path, text]));
});

const imports = 'import type { ListBooksFilterParameter, ListBooksQuery, ListBooksWhere } from "./src/index.js";';

const right = `${imports}
export const where: ListBooksWhere = {
  year: { gt: 1900, not: { equals: 1984, in: [2001] } },
  pages: { equals: 100, lt: 200 },
  title: { not: { isnull: true } },
};
export const query: ListBooksQuery = { "year!": 1984, "year__in!": [2001], pages: 100, pages__lt: 200, "title__isnull!": true };
export const names: readonly ListBooksFilterParameter[] = ["year__gt!", "pages__gt", "title__isnull!"];
`;

const wrong: readonly (readonly [what: string, statement: string])[] = [
  ["negation of a field that has none", "const v: ListBooksWhere = { pages: { not: { equals: 100 } } };"],
  ["the same in the flat query", 'const v: ListBooksQuery = { "pages!": 100 };'],
  ["the same with an operator", 'const v: ListBooksQuery = { "pages__gt!": 100 };'],
  ["the same as a name", 'const v: ListBooksFilterParameter = "pages__gt!";'],
  ["an operator that is not among the negatable", 'const v: ListBooksWhere = { title: { not: { in: ["a"] } } };'],
  ["the bare value where only an operator is negatable", 'const v: ListBooksWhere = { title: { not: { equals: "a" } } };'],
  ["the same in the flat query", 'const v: ListBooksQuery = { "title!": "a" };'],
];

test.each(versions)("TypeScript %s takes negation where it is allowed, and nowhere else", async (version) => {
  // each wrong statement stands in a file of its own, marked; one that compiles leaves its mark without an error
  const marked = wrong.map(([what, statement], index) => [
    `wrong-${index}.ts`,
    `import type * as api from "./src/index.js";\n// ${what}\n// @ts-expect-error\nexport ${statement.replaceAll("ListBooks", "api.ListBooks")}\n`,
  ]);
  expect(await compile(version, { ...sources, "right.ts": right, ...Object.fromEntries(marked) })).toBe("");
});
