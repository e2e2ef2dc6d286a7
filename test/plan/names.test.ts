import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import type { Contract } from "../../generator/model/contract.js";
import { readContract } from "../../generator/model/read-contract.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import type { Plan } from "../../generator/plan/plan.js";
import type { Renames } from "../../generator/plan/renames.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../../generator/source/value.js";
import { orderOf, shuffled } from "../support/shuffled.js";

/** Names that lead to the same identifier, to none, to reserved ones, or to files that fold into one. */
const awkward = ["pet", "Pet", "PET", "pet-list", "pet_list", "petList", "PetList", "IsPet", "validatePet", "Pet2", "2fa", "日本", "本日", "größe", "Größe", "---", "Promise", "class", "constructor", "Issue", "PetRequest", "ListPetsResponse", "a.b", "a b"];

const name = fc.oneof(fc.constantFrom(...awkward), fc.string({ minLength: 1, maxLength: 6 }));

const schema: fc.Arbitrary<SourceValue> = fc.uniqueArray(name, { maxLength: 4 }).map((fields) =>
  new Map<string, SourceValue>([["type", "object"], ["properties", new Map(fields.map((field) => [field, new Map([["type", "string"]])]))]]),
);

const json = (content: SourceValue): SourceValue => new Map([["content", new Map([["application/json", new Map([["schema", content]])]])]]);

/** Several media types, with a schema of its own each. */
const body = fc
  .uniqueArray(fc.tuple(fc.constantFrom("application/json", "application/hal+json", "text/json", "multipart/form-data", "application/x-www-form-urlencoded", "image/png"), schema), { selector: ([one]) => one, minLength: 1 })
  .map((types): SourceValue => new Map([["content", new Map(types.map(([type, own]) => [type, new Map([["schema", own]])]))]]));

const operation = fc.tuple(name, body, schema).map(([id, request, response]): SourceValue =>
  new Map<string, SourceValue>([
    ["operationId", id],
    ["parameters", [new Map<string, SourceValue>([["name", "q"], ["in", "query"], ["schema", new Map([["type", "string"]])]])]],
    ["requestBody", request],
    ["responses", new Map([["200", json(response)], ["404", json(response)]])],
  ]),
);

const description = fc
  .tuple(fc.uniqueArray(fc.tuple(name, schema), { selector: ([one]) => one, maxLength: 12 }), fc.uniqueArray(fc.tuple(name, operation), { selector: ([one]) => one, maxLength: 6 }))
  .map(([schemas, operations]): SourceObject =>
    new Map<string, SourceValue>([
      ["openapi", "3.1.0"],
      ["info", new Map([["title", "Names"], ["version", "1"]])],
      ["paths", new Map(operations.map(([path, one]) => [`/${path.replaceAll("{", "")}`, new Map([["post", one]])]))],
      ["components", new Map([["schemas", new Map(schemas)]])],
    ]),
  );

const contractOf = (root: SourceObject): Contract => readContract(root, createCollector().report);

const planOf = (root: SourceObject, renames: Renames = {}, collector = createCollector()): Plan => makePlan(contractOf(root), "names", collector.report, {}, renames);

type Names = ReadonlyMap<string, unknown>;

const namesOf = (plan: Plan): Names =>
  new Map<string, unknown>([
    ...plan.schemas.map(({ schema: { pointer }, names }) => [pointer, names] as const),
    ...plan.operations.map(({ operation: { pointer }, names }) => [pointer, { ...names, fieldParameter: [...names.fieldParameter].sort() }] as const),
  ]);

const asObject = (value: SourceValue): SourceObject => (isSourceObject(value) ? value : new Map());

const allNames = (plan: Plan): readonly string[] => [
  ...plan.schemas.flatMap(({ names }) => [names.type, names.is, names.report, names.validate, names.standard, names.jsonSchema]),
  ...plan.operations.flatMap(({ names }) => [names.call, names.query, names.options, names.error]),
];

const allFiles = (plan: Plan): readonly string[] => [...plan.schemas.map(({ names }) => names.module), ...plan.operations.flatMap(({ names }) => [names.module, names.callModule])];

describe("names", () => {
  test("stay where the members of the description change their order", () => {
    fc.assert(
      fc.property(description, fc.integer(), (root, seed) => {
        expect(namesOf(planOf(asObject(shuffled(root, orderOf(seed)))))).toEqual(namesOf(planOf(root)));
      }),
    );
  });

  test("are all different, identifiers, and files differ by more than case", () => {
    fc.assert(
      fc.property(description, (root) => {
        const plan = planOf(root);
        const names = allNames(plan);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((one) => !/^[A-Za-z_$][\w$]*$/.test(one))).toEqual([]);
        const files = allFiles(plan);
        expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
        expect(files.filter((file) => !/^[a-z]+\/[a-z0-9-]{1,220}$/.test(file))).toEqual([]);
      }),
    );
  });

  test("of others stay where a schema is added whose own names nobody has", () => {
    fc.assert(
      fc.property(description, schema, (root, added) => {
        const before = planOf(root);
        const components = asObject(root.get("components") ?? null);
        const schemas = new Map([...asObject(components.get("schemas") ?? null), ["Zebra77Q", added]]);
        fc.pre(!allNames(before).some((one) => one.includes("Zebra77Q")));
        const after = namesOf(planOf(new Map([...root, ["components", new Map([["schemas", schemas]])]])));
        for (const [pointer, names] of namesOf(before)) expect(after.get(pointer)).toEqual(names);
      }),
    );
  });
});

const named = (schemas: readonly string[], ids: readonly string[] = []): SourceObject =>
  new Map<string, SourceValue>([
    ["openapi", "3.1.0"],
    ["paths", new Map(ids.map((id, index) => [`/${index}`, new Map([["get", new Map<string, SourceValue>([["operationId", id], ["responses", new Map()]])]])]))],
    ["components", new Map([["schemas", new Map(schemas.map((one) => [one, new Map([["type", "object"]])]))]])],
  ]);

const typesOf = (plan: Plan): Readonly<Record<string, string>> => Object.fromEntries(plan.schemas.map(({ component = "", names }) => [component, names.type]));

const filesOf = (plan: Plan): Readonly<Record<string, string>> => Object.fromEntries(plan.schemas.map(({ component = "", names }) => [component, names.module]));

describe("the name of a schema", () => {
  test.each([
    ["pet_list", "PetList"],
    ["HTTPServer", "HTTPServer"],
    ["2fa", "Type2Fa"],
    ["größe", "Grosse"],
    ["naïve café", "NaiveCafe"],
    ["日本", "U65e5U672c"],
    ["---", "Type"],
    ["Promise", "Promise2"],
    ["a.b/c~d", "ABCD"],
  ])("%s becomes %s", (written, type) => {
    expect(typesOf(planOf(named([written])))[written]).toBe(type);
  });

  test("is kept by the one that is called so, wherever it stands", () => {
    expect(typesOf(planOf(named(["pet", "pet ", "Pet"])))).toEqual({ Pet: "Pet", pet: "Pet2", "pet ": "Pet3" });
  });

  test("is a file in lower case, and of bounded length", () => {
    expect(filesOf(planOf(named(["Account", "account", "ACCOUNT"])))).toEqual({ ACCOUNT: "schemas/account", Account: "schemas/account-2", account: "schemas/account-2-2" });
    expect(Object.values(filesOf(planOf(named(["x".repeat(400)])))).map((file) => file.length)).toEqual([208]);
  });
});

describe("names of the configuration", () => {
  const root = named(["pet", "Pet", "Error"], ["list-pets", "delete"]);

  const made = (renames: Renames): { readonly plan: Plan; readonly codes: readonly string[] } => {
    const collector = createCollector();
    const plan = planOf(root, renames, collector);
    return { plan, codes: collector.diagnostics().map(({ code }) => code) };
  };

  test("go before those of the description", () => {
    const { plan, codes } = made({ schemas: { pet: "Animal", Error: "Failure" }, operations: { "list-pets": "findPets", delete: "removePets" } });
    expect(typesOf(plan)).toEqual({ pet: "Animal", Pet: "Pet", Error: "Failure" });
    expect(plan.operations.map(({ names }) => names.call)).toEqual(["findPets", "removePets"]);
    expect(codes).toEqual([]);
  });

  test("take a name from what would have it by itself", () => {
    const { plan, codes } = made({ schemas: { Error: "Pet" } });
    expect(typesOf(plan)).toEqual({ Error: "Pet", Pet: "Pet2", pet: "Pet3" });
    expect(codes).toEqual(["name-collision", "name-collision"]);
  });

  test("that name nothing, or that cannot be had, are errors", () => {
    expect(made({ schemas: { pets: "Animal", constructor: "Other" }, operations: { "list-pet": "a" } }).codes).toEqual(["name-collision", "name-unknown", "name-unknown", "name-unknown"]);
    expect(made({ schemas: { pet: "Promise" } }).codes).toContain("name-unavailable");
    expect(made({ schemas: { pet: "One", Pet: "One" } }).codes).toContain("name-unavailable");
    expect(made({ operations: { "list-pets": "delete" } }).codes).toContain("name-unavailable");
  });
});

test("operations about the same things share no name while they have no pages", () => {
  const get = (id: string): SourceValue => new Map([["get", new Map<string, SourceValue>([["operationId", id], ["responses", new Map()]])]]);
  const ids = ["findEvents", "listEvents", "searchEvents"];
  const collector = createCollector();
  const plan = planOf(new Map<string, SourceValue>([["openapi", "3.1.0"], ["paths", new Map(ids.map((id) => [`/${id}`, get(id)]))]]), {}, collector);
  expect(plan.operations.map(({ names }) => names.call)).toEqual(ids);
  expect(collector.diagnostics()).toEqual([]);
});
