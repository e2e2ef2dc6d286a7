import { readdirSync, readFileSync } from "node:fs";
import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { expandDocument } from "../../generator/expand.js";
import { hasBare } from "../../generator/filters/has-bare.js";
import { dialects } from "../../generator/filters/index.js";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import type { Contract } from "../../generator/model/contract.js";
import type { FilterField, FilterSet } from "../../generator/model/filter.js";
import { compile } from "./support/compile.js";
import { contractOf, documentOf } from "./support/contract.js";
import { emitModules } from "./support/emit.js";

const folders = readdirSync(new URL("./", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["support", "runtime"].includes(entry.name))
  .map(({ name }) => name);

const inputOf = (folder: string) =>
  documentOf(readFileSync(new URL(`./${folder}/input.yaml`, import.meta.url), "utf8"));

const describeField = (field: FilterField): string =>
  [
    field.name,
    ...(hasBare(field) ? [] : ["only with an operator"]),
    ...(field.set === undefined ? [] : [`set ${field.set}`]),
    ...(field.description === undefined ? [] : [JSON.stringify(field.description)]),
  ].join(", ");

const listed = (filters: FilterSet): string =>
  filters.fields
    .map((field) => {
      const parameters = parametersOf({ ...filters, fields: [field] });
      const lines = parameters.map(({ wireName, operator, negated }) => {
        const meaning = `${negated ? "not " : ""}${operator.name === "equals" ? "equals" : `${operator.name} (${operator.kind})`}`;
        return `  ${wireName} = ${meaning}\n`;
      });
      return `${describeField(field)}\n${lines.join("")}`;
    })
    .join("\n");

/** What expansion changes: places, and where the description says that something is a filter. */
const moved = new Set(["pointer", "evidence", "style"]);

/** The filters without that. */
const placeless = ({ operations }: Contract): unknown =>
  JSON.parse(
    JSON.stringify(
      operations.map(({ filters }) => filters?.fields),
      (key, value: unknown) => (moved.has(key) ? undefined : value),
    ),
  );

test("every built-in dialect has a folder", () => {
  expect(folders).toEqual(expect.arrayContaining(Object.keys(dialects)));
});

describe.each(folders)("%s", (folder) => {
  const { contract, diagnostics } = contractOf(inputOf(folder));
  const golden = (name: string): string => `./${folder}/golden/${name}`;

  test("fields and parameters", async () => {
    expect(diagnostics).toEqual([]);
    const text = contract.operations
      .flatMap(({ filters }) => (filters === undefined ? [] : listed(filters)))
      .join("\n");
    await expect(text).toMatchFileSnapshot(golden("parameters.txt"));
  });

  test("expanded, and read again as the same filters", async () => {
    const expanded = expandDocument(contract);
    await expect(stringify(expanded, { lineWidth: 0 })).toMatchFileSnapshot(golden("expanded.yaml"));
    const again = contractOf(expanded);
    expect(again.diagnostics).toEqual([]);
    expect(placeless(again.contract)).toEqual(placeless(contract));
    expect(expandDocument(again.contract)).toEqual(expanded);
  });

  test("generated modules compile", async () => {
    const modules = await emitModules(contract);
    for (const [path, text] of modules) await expect(text).toMatchFileSnapshot(golden(`${path}.ts`));
    expect(compile(modules)).toEqual([]);
  });
});
