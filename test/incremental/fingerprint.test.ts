import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { createFingerprint } from "../../generator/emit/fingerprint.js";
import { emitters } from "../../generator/emit/index.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import type { Renames } from "../../generator/plan/renames.js";
import { readSpec } from "../../generator/read-spec.js";
import { textHash } from "../../generator/write/text-hash.js";
import { equalModules } from "../support/equal-modules.js";
import { descriptions, documentIn, isDescription } from "../support/fuzz.js";
import { changedAt, type Place } from "../support/value-places.js";
import { temporaryFolder } from "../write/support/tree.js";

/** Long enough to be a module of its own where it stands twice. */
const address = {
  type: "object",
  required: ["street", "city", "country"],
  properties: Object.fromEntries(["street", "city", "country", "region", "county"].map((name) => [name, { type: "string", minLength: 1, maxLength: 200, pattern: `^${name}` }])),
};

const json = (schema: JsonValue) => ({ "application/json": { schema } });

const pets: JsonValue = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  security: [{ key: [] }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [{ name: "name", in: "query", schema: { type: "string" } }],
        responses: { "200": { description: "", content: json({ type: "array", items: { $ref: "#/components/schemas/Pet" } }) } },
      },
      post: { operationId: "addPet", requestBody: { content: json({ $ref: "#/components/schemas/Pet" }) }, responses: { "201": { description: "" } } },
    },
    "/photos": { post: { operationId: "addPhoto", requestBody: { content: { "multipart/form-data": { schema: { $ref: "#/components/schemas/Photo" } } } }, responses: { "204": { description: "" } } } },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: {
      Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" }, parent: { $ref: "#/components/schemas/Pet" } } },
      Owner: { type: "object", properties: { since: { type: "string" }, home: address } },
      Shop: { type: "object", properties: { place: address } },
      Photo: { type: "object", properties: { file: { type: "string", format: "binary" } } },
      Toy: { type: "string" },
    },
  },
};

const fingerprintsOf = (document: JsonValue, renames: Renames = {}): ReadonlyMap<string, string> => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "input.json"), JSON.stringify(document));
  const { contract } = readSpec("input.json", folder);
  if (contract === undefined) throw new Error("the description has errors");
  const plan = makePlan(contract, "pets", () => undefined, {}, renames);
  const fingerprintOf = createFingerprint(plan, textHash);
  const drafts = emitters.flatMap((emitter) => [...emitter.emit({ plan, report: () => undefined })]);
  return new Map(drafts.flatMap((draft) => (draft.kind === "unit" ? [[draft.path, fingerprintOf(draft.madeOf)] as const] : [])));
};

/** The modules that are new or others after a change of the description, or with other names. */
const touched = (place: Place, change: (value: JsonValue | undefined) => JsonValue | undefined, renames?: Renames): readonly string[] => {
  const before = fingerprintsOf(pets);
  const after = fingerprintsOf(changedAt(pets, place, change) ?? null, renames);
  return [...after].flatMap(([module, fingerprint]) => (before.get(module) === fingerprint ? [] : [module])).sort();
};

const put = (value: JsonValue) => (): JsonValue => value;

const withMember = (name: string, value: JsonValue) => (before: JsonValue | undefined): JsonValue => ({ ...(before as Record<string, JsonValue>), [name]: value });

const without = (name: string) => (before: JsonValue | undefined): JsonValue => Object.fromEntries(Object.entries(before as Record<string, JsonValue>).filter(([key]) => key !== name));

test("nothing that an operation does not lead to depends on it", () => {
  expect(touched(["paths", "/pets", "get"], withMember("summary", "Changed"))).toMatchInlineSnapshot(`
    [
      "client/list-pets",
      "operations/list-pets",
    ]
  `);
  expect(touched(["paths", "/pets", "get", "parameters", 0, "schema"], withMember("maxLength", 3))).toMatchInlineSnapshot(`
    [
      "client/list-pets",
      "operations/list-pets",
    ]
  `);
  expect(touched(["paths", "/pets"], without("get"))).toMatchInlineSnapshot(`
    [
      "client/add-pet",
      "parts/home",
      "schemas/owner",
      "schemas/pet",
    ]
  `);
});

test("what a schema says touches all that lead to it, in circles too", () => {
  expect(touched(["components", "schemas", "Toy"], withMember("maxLength", 3))).toMatchInlineSnapshot(`
    [
      "schemas/toy",
    ]
  `);
  expect(touched(["components", "schemas", "Owner", "properties", "since"], withMember("format", "date-time"))).toMatchInlineSnapshot(`
    [
      "client/add-pet",
      "client/list-pets",
      "codecs/list-pets-response",
      "codecs/owner",
      "codecs/pet",
      "schemas/list-pets-response",
      "schemas/owner",
      "schemas/pet",
    ]
  `);
});

test("what it is called does, too", () => {
  expect(touched([], (same) => same, { schemas: { Owner: "Keeper" } })).toMatchInlineSnapshot(`
    [
      "client/add-pet",
      "client/list-pets",
      "schemas/keeper",
      "schemas/list-pets-response",
      "schemas/pet",
    ]
  `);
});

test("and which way its values go", () => {
  expect(touched(["paths", "/pets"], without("post"))).toMatchInlineSnapshot(`
    [
      "client/list-pets",
      "parts/home",
      "schemas/list-pets-response",
      "schemas/owner",
      "schemas/pet",
    ]
  `);
});

test("a form with files is typed otherwise where it is nothing else", () => {
  expect(touched(["paths", "/photos", "post", "responses", "204"], withMember("content", json({ $ref: "#/components/schemas/Photo" })))).toMatchInlineSnapshot(`
    [
      "client/add-photo",
      "schemas/photo",
    ]
  `);
});

test("what stands somewhere else alike is a module where there are two", () => {
  expect(touched(["components", "schemas"], without("Shop"))).toMatchInlineSnapshot(`
    [
      "client/add-pet",
      "client/list-pets",
      "schemas/list-pets-response",
      "schemas/owner",
      "schemas/pet",
    ]
  `);
});

test("schemes of security are part of every call", () => {
  expect(touched(["components", "securitySchemes", "key", "name"], put("X-Other"))).toMatchInlineSnapshot(`
    [
      "client/add-pet",
      "client/add-photo",
      "client/list-pets",
    ]
  `);
});

test("what has one fingerprint is one module, whatever is edited", () => {
  const documents = descriptions(20_000).filter((file) => !file.includes("corpora")).map(documentIn).filter(isDescription);
  const found = documents.map((document) => equalModules(document, 4, 7));
  const sum = (key: "modules" | "known" | "needless"): number => found.reduce((all, one) => all + one[key], 0);
  expect(found.flatMap(({ differing }) => differing)).toEqual([]);
  expect(sum("known")).toBeGreaterThan(sum("modules") / 4);
  expect(sum("needless")).toBeLessThan(sum("known"));
});
