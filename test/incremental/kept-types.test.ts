import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { openapiDocument } from "../../generator/emit/openapi-document.js";
import { readKeptTypes, type TypesUnits } from "../../generator/emit/types/types-units.js";
import { loadWriteTypes, type WriteTypes } from "../../generator/emit/types.js";
import { readSpec } from "../../generator/read-spec.js";
import { textHash } from "../../generator/write/text-hash.js";
import { equalTypes } from "../support/equal-types.js";
import { descriptions, documentIn, isDescription } from "../support/fuzz.js";
import { temporaryFolder } from "../write/support/tree.js";

let writeTypes: WriteTypes;
beforeAll(async () => {
  writeTypes = await loadWriteTypes(textHash);
});

type Members = Readonly<Record<string, JsonValue>>;

const described = (schemas: Members, paths: Members = {}, components: Members = {}): JsonValue => ({
  openapi: "3.1.0",
  info: { title: "Kept", version: "1" },
  paths,
  components: { ...components, schemas },
});

const written = async (document: JsonValue, kept?: string) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "input.json"), JSON.stringify(document));
  const { contract } = readSpec("input.json", folder);
  if (contract === undefined) throw new Error("the description has errors");
  const types = await writeTypes(openapiDocument(contract), kept);
  if ("error" in types) throw new Error(types.error);
  return { modules: types.modules, kept: types.kept ?? "" };
};

const unitsOf = (kept: string): TypesUnits => readKeptTypes(kept).units;

/** Units that were not taken over. */
const madeAgain = (before: string, after: string): readonly string[] =>
  [...unitsOf(after)].flatMap(([key, { madeOf }]) => (unitsOf(before).get(key)?.madeOf === madeOf ? [] : [key])).sort();

const ref = (name: string): JsonValue => ({ $ref: `#/components/schemas/${name}` });

const text: JsonValue = { type: "string" };

const object = (properties: Members, more: Members = {}): JsonValue => ({ type: "object", properties, ...more });

const list = (of: string): JsonValue => ({ oneOf: [text, { type: "array", items: ref(of) }] });

/** Two versions of a description, and a unit that says the same in both, and has another type in each. */
const changes: Readonly<Record<string, { readonly before: JsonValue; readonly after: JsonValue; readonly unit: string }>> = {
  "what a schema requires of another": {
    before: described({ Pet: { allOf: [ref("Base")], required: ["name"] }, Base: object({ name: text }) }),
    after: described({ Pet: { allOf: [ref("Base")], required: ["name"] }, Base: object({ names: text }) }),
    unit: "/components/schemas/Pet",
  },
  "a mark that a parent tells its children by": {
    before: described({ Pet: object({ kind: text }), Cat: { allOf: [ref("Pet"), object({ lives: text })] } }),
    after: described({ Pet: object({ kind: text }, { discriminator: { propertyName: "kind" } }), Cat: { allOf: [ref("Pet"), object({ lives: text })] } }),
    unit: "/components/schemas/Cat",
  },
  "a mark that a union tells its members by": {
    before: described({ Cat: object({ kind: text }), Any: { oneOf: [ref("Cat")] } }),
    after: described({ Cat: object({ kind: text }), Any: { oneOf: [ref("Cat")], discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } } } }),
    unit: "/components/schemas/Cat",
  },
  "a circle that closes": {
    before: described({ Tree: list("Branch"), Branch: { oneOf: [text] } }),
    after: described({ Tree: list("Branch"), Branch: { oneOf: [text, ref("Tree")] } }),
    unit: "/components/schemas/Tree",
  },
  "a name that another gives up": {
    before: described({ "json-value": list("json-value"), jsonValue: list("jsonValue") }),
    after: described({ "json-value": text, jsonValue: list("jsonValue") }),
    unit: "/components/schemas/jsonValue",
  },
  "a parameter that stands in the place of another": {
    before: described(
      {},
      { "/pets": { parameters: [{ $ref: "#/components/parameters/A" }], get: { operationId: "listPets", parameters: [{ $ref: "#/components/parameters/B" }], responses: { "200": { description: "" } } } } },
      { parameters: { A: { name: "name", in: "query", schema: text }, B: { name: "name", in: "query", schema: text } } },
    ),
    after: described(
      {},
      { "/pets": { parameters: [{ $ref: "#/components/parameters/A" }], get: { operationId: "listPets", parameters: [{ $ref: "#/components/parameters/B" }], responses: { "200": { description: "" } } } } },
      { parameters: { A: { name: "name", in: "query", schema: text }, B: { name: "other", in: "query", schema: text } } },
    ),
    unit: "/paths/~1pets",
  },
};

describe.each(Object.entries(changes))("%s", (_, { before, after, unit }) => {
  test.each([
    ["", before, after],
    [", and the other way", after, before],
  ])("is seen where only it has changed%s", async (__, first, second) => {
    const former = await written(first, "");
    const parts = await written(second, former.kept);
    expect(parts.modules).toEqual((await written(second)).modules);
    const [own, was] = [parts, former].map(({ kept }) => ({ ...unitsOf(kept).get(unit), madeOf: "" }));
    expect(own).not.toEqual(was);
  });
});

const operation = (id: string): JsonValue => ({ get: { operationId: id, responses: { "200": { description: "", content: { "application/json": { schema: ref("Pet") } } } } } });

const pets = (more: Members = {}, paths: Members = {}): JsonValue =>
  described({ Pet: object({ owner: ref("Owner") }), Owner: object({ name: text }), Toy: text, ...more }, { "/pets": operation("listPets"), "/toys": operation("listToys"), ...paths });

test("only what has changed is written again, with what leads to it", async () => {
  const before = await written(pets(), "");
  const after = async (document: JsonValue): Promise<readonly string[]> => madeAgain(before.kept, (await written(document, before.kept)).kept);
  expect(await after(pets())).toEqual([]);
  expect(await after(pets({ Toy: { type: "integer" } }))).toEqual(["/components/schemas/Toy"]);
  expect(await after(pets({ Other: text }, { "/toys": operation("listOther") }))).toEqual(["/components/schemas/Other", "/paths/~1toys"]);
  expect(await after(pets({ Owner: object({ named: text }) }))).toEqual(["/components/schemas/Owner", "/components/schemas/Pet", "/paths/~1pets", "/paths/~1toys"]);
});

test("what nothing needs any more goes", async () => {
  const before = await written(pets({ Named: { allOf: [ref("Owner")], required: ["name"] } }), "");
  const after = await written(pets({}, { "/pets": {}, "/toys": {} }), before.kept);
  expect(after.modules).toEqual((await written(pets({}, { "/pets": {}, "/toys": {} }))).modules);
  expect([...unitsOf(after.kept).keys()]).not.toContain("/components/schemas/Named");
});

test.each(["", "{", "[]", '{"units":7,"helpers":[]}', '{"units":{"/paths/~1pets":{"madeOf":7}},"helpers":[7]}'])("what is none costs time and no more: %s", async (kept) => {
  expect((await written(pets(), kept)).modules).toEqual((await written(pets())).modules);
});

test("in parts or as a whole, it is the same, whatever is edited", async () => {
  const documents = descriptions(12_000).filter((file) => !file.includes("corpora")).map(documentIn).filter(isDescription);
  const found: Awaited<ReturnType<typeof equalTypes>>[] = [];
  for (const [index, document] of documents.entries()) if (index % 3 === 0) found.push(await equalTypes(document, writeTypes, 3, 7));
  expect(found.flatMap(({ differing }) => differing)).toEqual([]);
  expect(found.reduce((sum, { known }) => sum + known, 0)).toBeGreaterThan(20);
});
