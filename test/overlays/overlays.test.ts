import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { stringifyYaml } from "../../generator/source/stringify.js";
import { load } from "../source/support/load.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));

test.each(readdirSync(fixtures))("%s gives the description that is expected", async (name) => {
  const folder = path.join(fixtures, name);
  const files = filesIn(folder);
  const overlays = Object.keys(files).filter((file) => file.startsWith("overlay")).sort();
  const { root, diagnostics } = load(files, overlays);
  expect(diagnostics).toEqual([]);
  await expect(stringifyYaml(root ?? null)).toMatchFileSnapshot(path.join(folder, "expected.yaml"));
});

const base = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths: {}
tags: [{ name: a }, { name: b }, { name: c }]
components:
  schemas:
    Pet: { type: object, description: A pet. }
`;

const overlay = (...actions: readonly string[]): string =>
  `overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n${actions.map((action) => `  - ${action}\n`).join("")}`;

test("positions stay those of the file in which a part was written", () => {
  const { textAt, diagnostics } = load(
    {
      "openapi.yaml": base,
      "one.yaml": overlay('{ target: "$.tags[1]", remove: true }', "{ target: $.tags, update: [{ name: d }] }", "{ target: $.components.schemas.Pet, update: { properties: { age: { minimum: 1 } }, description: Ours. } }"),
      "two.yaml": overlay("{ target: $.components.schemas.Pet.properties.age, update: { minimum: 2, maximum: 3 } }", '{ target: "$.tags[0]", remove: true }'),
    },
    ["one.yaml", "two.yaml"],
  );
  expect(diagnostics).toEqual([]);
  expect(textAt("/tags/0/name")).toBe("openapi.yaml:4 c");
  expect(textAt("/tags/1/name")).toBe("one.yaml:5 d");
  expect(textAt("/components/schemas/Pet/type")).toBe("openapi.yaml:7 object");
  expect(textAt("/components/schemas/Pet/description", "key")).toBe("one.yaml:6 description");
  expect(textAt("/components/schemas/Pet/description")).toBe("one.yaml:6 Ours.");
  expect(textAt("/components/schemas/Pet/properties", "key")).toBe("one.yaml:6 properties");
  expect(textAt("/components/schemas/Pet/properties/age/minimum")).toBe("two.yaml:4 2");
  expect(textAt("/components/schemas/Pet/properties/age/maximum", "key")).toBe("two.yaml:4 maximum");
  // what does not exist stands where its nearest parent does, and not where it was before it went
  expect(textAt("/tags/2")).toBe("openapi.yaml:4 [{ name: a }, { name: b }, { name: c }]");
  expect(textAt("/components/schemas/Pet/properties/age/type")).toBe("one.yaml:6 { minimum: 1 }");
});

test("what an overlay put somewhere is told with the place where it stands now", () => {
  const { notesAt } = load(
    {
      "openapi.yaml": base,
      "one.yaml": overlay("{ target: $.components.schemas.Pet, update: { properties: { age: {} } } }", "{ target: $.components.schemas, update: { Cat: {} } }", "{ target: $.components.schemas.Cat, copy: $.components.schemas.Pet }", "{ target: $.components.schemas.Pet.description, update: Ours. }"),
    },
    ["one.yaml"],
  );
  expect(notesAt("/components/schemas/Pet/type")).toEqual([]);
  expect(notesAt("/components/schemas/Pet/properties/age")).toEqual(["put by an overlay into what stands here: openapi.yaml:7 Pet"]);
  expect(notesAt("/components/schemas/Pet/description")).toEqual(["put by an overlay in place of what stands here: openapi.yaml:7 description"]);
  expect(notesAt("/components/schemas/Cat/type")).toEqual(["copied by an overlay: one.yaml:6 copy", "put by an overlay into what stands here: one.yaml:5 Cat"]);
});

test("a copy stands where it was copied from", () => {
  const { textAt } = load(
    { "openapi.yaml": base, "one.yaml": overlay("{ target: $.components.schemas, update: { Cat: {} } }", "{ target: $.components.schemas.Cat, copy: $.components.schemas.Pet }", "{ target: $.components.schemas.Pet, remove: true }") },
    ["one.yaml"],
  );
  expect(textAt("/components/schemas/Cat/type")).toBe("openapi.yaml:7 object");
});

test("other files that refer to the description see it with its overlays", () => {
  const { document, diagnostics } = load(
    {
      "openapi.yaml": `${base}    Shop: { $ref: "shop.yaml" }\n`,
      "shop.yaml": 'properties: { best: { $ref: "openapi.yaml#/components/schemas/Cat" } }\n',
      "one.yaml": overlay("{ target: $.components.schemas, update: { Cat: { type: string } } }"),
    },
    ["one.yaml"],
  );
  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({ components: { schemas: { Cat: { type: "string" }, Shop: { properties: { best: { $ref: "#/components/schemas/Cat" } } } } } });
});

test("references that an overlay puts count from the description, and identifiers that it puts are found", () => {
  const { document, diagnostics } = load(
    {
      "openapi.yaml": base,
      "shop.yaml": "type: string\n",
      "overlays/one.yaml": overlay('{ target: $.components.schemas, update: { Shop: { $ref: shop.yaml }, Cat: { $id: "https://pets.example/cat", type: object }, Home: { items: { $ref: "https://pets.example/cat" } } } }'),
    },
    ["overlays/one.yaml"],
  );
  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({ components: { schemas: { Shop: { type: "string" }, Home: { items: { $ref: "#/components/schemas/Cat" } } } } });
});

test("every file that was read is told, the description first", () => {
  expect(load({ "openapi.yaml": base, "one.yaml": overlay("{ target: $.tags, remove: true }") }, ["one.yaml"]).files).toEqual(["openapi.yaml", "one.yaml"]);
});

test("an overlay that cannot be read is told like any file", () => {
  const { diagnostics } = load({ "openapi.yaml": base, "two.yaml": "a: [", "three.yaml": "" }, ["one.yaml", "two.yaml", "three.yaml"]);
  expect(diagnostics).toEqual([
    expect.stringContaining('file-missing there is no file "one.yaml"'),
    expect.stringContaining("two.yaml"),
    expect.stringContaining("three.yaml"),
  ]);
});
