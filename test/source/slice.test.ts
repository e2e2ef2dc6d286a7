import { describe, expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { readSpec } from "../../generator/read-spec.js";
import { sliceDocument } from "../../generator/source/slice.js";
import { resolveReference } from "../../generator/source/resolve.js";
import { toPlain } from "../../generator/source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../generator/source/value.js";
import { corpora, documents } from "../corpora/measure.js";

const source = (value: unknown): SourceValue => {
  if (Array.isArray(value)) return value.map(source);
  if (typeof value === "object" && value !== null) return new Map(Object.entries(value).map(([key, member]) => [key, source(member)]));
  return value as SourceValue;
};

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const answer = (name: string) => ({ 200: { description: "fine", content: { "application/json": { schema: schema(name) } } } });

const document = source({
  openapi: "3.1.0",
  info: { title: "Zoo", version: "1" },
  security: [{ key: [] }],
  paths: {
    "/pets": {
      parameters: [{ $ref: "#/components/parameters/Tenant" }],
      get: { operationId: "listPets", tags: ["pets"], responses: answer("Pet") },
      post: { operationId: "addPet", tags: ["pets", "writing"], security: [{ token: [] }], requestBody: { $ref: "#/components/requestBodies/Pet" }, responses: {} },
    },
    "/keepers": {
      get: { operationId: "listKeepers", tags: ["keepers"], responses: answer("Keeper") },
      additionalOperations: { COPY: { operationId: "copyKeepers", responses: answer("Deep") } },
    },
    "/trees": { get: { operationId: "listTrees", responses: { $ref: "#/paths/~1keepers/get/responses" } } },
    "x-internal": true,
  },
  webhooks: { born: { post: { operationId: "petBorn", tags: ["pets"], requestBody: { content: { "application/json": { schema: schema("Birth") } } }, responses: {} } } },
  components: {
    schemas: {
      Pet: { type: "object", discriminator: { propertyName: "kind", mapping: { c: "Cat" } }, properties: { kind: { type: "string" } } },
      Cat: { allOf: [schema("Pet"), { properties: { claws: schema("Claw") } }] },
      Claw: { type: "integer" },
      Dog: { allOf: [schema("Pet")] },
      Keeper: { properties: { name: { type: "string" }, boss: schema("Keeper") } },
      Birth: { properties: { pet: schema("Pet") } },
      Deep: { properties: { name: { $ref: "#/components/schemas/Keeper/properties/name" } } },
      Unused: {},
    },
    parameters: { Tenant: { name: "tenant", in: "header", schema: schema("Claw") } },
    requestBodies: { Pet: { content: { "application/json": { schema: schema("Pet") } } } },
    securitySchemes: { key: {}, token: {}, unused: {} },
    "x-note": 1,
  },
}) as SourceObject;

interface Plain {
  readonly paths: Readonly<Record<string, object>>;
  readonly webhooks: Readonly<Record<string, object>>;
  readonly components: Readonly<Record<string, object>>;
}

const slice = (...patterns: readonly string[]): Plain => {
  const { report, diagnostics } = createCollector();
  const sliced = sliceDocument(document, patterns, report);
  expect(diagnostics()).toEqual([]);
  return toPlain(sliced) as unknown as Plain;
};

const operationsIn = ({ paths, webhooks }: Plain): readonly string[] =>
  Object.entries({ ...paths, ...webhooks }).flatMap(([path, item]) => Object.keys(item).map((key) => `${path} ${key}`));

describe("a slice of a document", () => {
  test("has the operation of that name, what its path says, and what it needs", () => {
    const sliced = slice("listPets");
    expect(operationsIn(sliced)).toEqual(["/pets parameters", "/pets get"]);
    // a parent with a discriminator stands for all of its children
    expect(Object.keys(sliced.components["schemas"] ?? {})).toEqual(["Pet", "Cat", "Claw", "Dog"]);
    expect(Object.keys(sliced.components["parameters"] ?? {})).toEqual(["Tenant"]);
    expect(Object.keys(sliced.components["requestBodies"] ?? {})).toEqual([]);
    expect(Object.keys(sliced.components["securitySchemes"] ?? {})).toEqual(["key"]);
    expect(sliced.components["x-note"]).toBe(1);
  });

  test.each([
    ["a tag", ["pets"], ["/pets parameters", "/pets get", "/pets post", "born post"]],
    ["a star", ["list*"], ["/pets parameters", "/pets get", "/keepers get", "/trees get"]],
    ["a method and path", ["GET /keepers"], ["/keepers get"]],
    ["a method of its own", ["COPY /keepers"], ["/keepers additionalOperations"]],
    ["a path with a star", ["* /pets"], ["/pets parameters", "/pets get", "/pets post"]],
    ["several", ["keepers", "petBorn"], ["/keepers get", "born post"]],
    ["one whose answers stand in another", ["listTrees"], ["/keepers get", "/trees get"]],
  ])("by %s", (_, patterns, expected) => {
    expect(operationsIn(slice(...patterns))).toEqual(expected);
  });

  test("keeps the schema that a reference leads into", () => {
    expect(Object.keys(slice("copyKeepers").components["schemas"] ?? {})).toEqual(["Keeper", "Deep"]);
  });

  test("tells a pattern that matches nothing, with the nearest name", () => {
    const { report, diagnostics } = createCollector();
    sliceDocument(document, ["listPet", "lis.Pets"], report);
    expect(diagnostics().map(({ code, message, hint }) => [code, message.split(" ").at(-1), hint])).toEqual([
      ["only-unmatched", '"listPet"', "did you mean listPets?"],
      ["only-unmatched", '"lis.Pets"', "did you mean listPets?"],
    ]);
  });
});

const brokenIn = (root: SourceObject, value: SourceValue = root): readonly string[] => {
  if (isSourceArray(value)) return value.flatMap((item) => brokenIn(root, item));
  if (!isSourceObject(value)) return [];
  const reference = value.get("$ref");
  const own = typeof reference === "string" && resolveReference(root, reference) === undefined ? [reference] : [];
  return [...own, ...[...value.values()].flatMap((member) => brokenIn(root, member))];
};

const large = documents().filter((name) => /asana|notion|galaxy/.test(name));

test.skipIf(large.length === 0).each(large)("every operation of %s can be had by itself", (name) => {

  const { contract } = readSpec(`${corpora}${name}`, process.cwd());
  if (contract === undefined) throw new Error(`${name} has errors`);
  for (const { id } of contract.operations) {
    const { report, diagnostics } = createCollector();
    const sliced = sliceDocument(contract.document, [id], report);
    expect([id, diagnostics(), brokenIn(sliced)]).toEqual([id, [], []]);
  }
});
