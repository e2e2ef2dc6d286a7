import { describe, expect, test } from "vitest";
import { load, schemas, spec } from "./support/load.js";

/** Ways in which people spread a description over files, and name schemas, that the standard does not mention. */

describe("sections in files of their own", () => {
  const files = {
    "openapi.yaml": spec("paths: { $ref: paths.yaml }\ncomponents: { schemas: { $ref: schemas/_index.yaml } }\n"),
    "paths.yaml": "/pets: { $ref: pets.yaml }\n/dogs: { get: { $ref: 'pets.yaml#/get' } }\n",
    "pets.yaml":
      "get: { responses: { '200': { description: ok, content: { a/b: { schema: { $ref: 'schemas/_index.yaml#/Pet' } } } } } }\n",
    "schemas/_index.yaml":
      "Pet: { $ref: ./Pet.yaml }\nPets: { type: array, items: { $ref: '#/Pet' } }\nAll: { $ref: ../openapi.yaml#/components/schemas/Pets }\n",
    "schemas/Pet.yaml": "type: object\nproperties: { friends: { $ref: _index.yaml#/Pets } }\n",
  };

  test("stand where they are referred to, each component under its own name", () => {
    const operation = {
      responses: { "200": { description: "ok", content: { "a/b": { schema: { $ref: "#/components/schemas/Pet" } } } } },
    };
    const loaded = load(files);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.document).toMatchObject({
      paths: { "/pets": { get: operation }, "/dogs": { get: operation } },
      components: {
        schemas: {
          Pet: { type: "object", properties: { friends: { $ref: "#/components/schemas/Pets" } } },
          Pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
          All: { $ref: "#/components/schemas/Pets" },
        },
      },
    });
  });

  test("have the places of their own files, keys included", () => {
    const { textAt } = load(files);
    expect(textAt("/paths", "key")).toBe("openapi.yaml:3 paths");
    expect(textAt("/paths/~1pets", "key")).toBe("paths.yaml:1 /pets");
    expect(textAt("/components/schemas/Pet", "key")).toBe("schemas/_index.yaml:1 Pet");
    expect(textAt("/components/schemas/Pet/type")).toBe("schemas/Pet.yaml:1 object");
  });
});

describe("targets where OpenAPI has nothing", () => {
  test("are bundled in their place", () => {
    const loaded = load({
      "openapi.yaml": spec(
        "definitions: { Pet: { type: array, items: { $ref: '#/x-own/Toy' } } }\nx-own: { Toy: { $ref: toys.yaml#/Toy } }\n" +
          "components: { schemas: { A: { $ref: '#/definitions/Pet' } } }\n",
      ),
      "toys.yaml": "Toy: { type: string }\n",
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.document).toMatchObject({
      definitions: { Pet: { items: { $ref: "#/x-own/Toy" } } },
      "x-own": { Toy: { $ref: "#/components/schemas/Toy" } },
      components: { schemas: { A: { $ref: "#/definitions/Pet" }, Toy: { type: "string" } } },
    });
  });

  test("have their faults reported", () => {
    const { diagnostics } = load({
      "openapi.yaml": spec(
        "definitions: { Pet: { $ref: '#/definitions/Pte' } }\ncomponents: { schemas: { A: { $ref: '#/definitions/Pet' } } }\n",
      ),
    });
    expect(diagnostics).toEqual([
      'openapi.yaml:3:29 ref-unresolved "#/definitions/Pte" leads nowhere: "#/definitions" has no "Pte"',
    ]);
  });

  test("are found through the reference to another file on the way", () => {
    const loaded = load({
      "openapi.yaml": spec(
        "paths: { /a: { $ref: a.yaml } }\ncomponents: { schemas: { A: { $ref: '#/paths/~1a/get/requestBody/content/a~1b/schema' } } }\n",
      ),
      "a.yaml": "get: { requestBody: { content: { a/b: { schema: { type: string } } } } }\n",
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.document).toMatchObject({ components: { schemas: { A: { type: "string" } } } });
  });
});

describe("schemas with an $id", () => {
  test("are found by it, and are the root of the pointers within", () => {
    const loaded = load({
      "openapi.yaml": schemas(
        "Pet: { $id: 'https://example.com/pet', $defs: { Name: { type: string } }, properties: { name: { $ref: '#/$defs/Name' }, mother: { $ref: '#' }, toy: { $ref: '#/components/schemas/Toy' } } }",
        "Toy: { properties: { owner: { $ref: 'https://example.com/pet' }, name: { $ref: 'https://example.com/pet#/$defs/Name' } } }",
      ),
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.document).toMatchObject({
      components: {
        schemas: {
          Pet: {
            properties: {
              name: { $ref: "#/components/schemas/Pet/$defs/Name" },
              mother: { $ref: "#/components/schemas/Pet" },
              toy: { $ref: "#/components/schemas/Toy" },
            },
          },
          Toy: {
            properties: {
              owner: { $ref: "#/components/schemas/Pet" },
              name: { $ref: "#/components/schemas/Pet/$defs/Name" },
            },
          },
        },
      },
    });
  });

  test("do not make other machines known", () => {
    const { diagnostics } = load({
      "openapi.yaml": schemas("Pet: { $id: 'https://example.com/pet' }", "Toy: { $ref: 'https://example.com/toy' }"),
    });
    expect(diagnostics).toEqual([
      'openapi.yaml:6:18 ref-remote-refused "https://example.com/toy" stands on another machine, and nothing is fetched',
    ]);
  });
});

test.each([
  ["#dgo", 'no schema has the $anchor "dgo"'],
  ["#twice", 'several schemas have the $anchor "twice"'],
  // a word of JSON Schema means nothing in an example
  ["#shown", 'no schema has the $anchor "shown"'],
])("the anchor %s is reported", (reference, why) => {
  const { diagnostics } = load({
    "openapi.yaml": schemas(
      `A: { $ref: "${reference}" }`,
      "B: { $anchor: dog, example: { $anchor: shown } }",
      "C: { $anchor: twice }",
      "D: { $dynamicAnchor: twice }",
    ),
  });
  expect(diagnostics).toEqual([`openapi.yaml:5:16 ref-unresolved "${reference}" leads nowhere: ${why}`]);
});

describe("path items of callbacks", () => {
  test("stay references, since they can lead to themselves", () => {
    const loaded = load({
      "openapi.yaml": spec("paths:\n  /a: { post: { callbacks: { c: { u: { $ref: '#/paths/~1a' }, v: { $ref: b.yaml } } } } }\n"),
      "b.yaml": "post: { callbacks: { c: { u: { $ref: b.yaml } } } }\n",
    });
    const b = { $ref: "#/components/pathItems/b" };
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.document).toMatchObject({
      paths: { "/a": { post: { callbacks: { c: { u: { $ref: "#/paths/~1a" }, v: b } } } } },
      components: { pathItems: { b: { post: { callbacks: { c: { u: b } } } } } },
    });
  });

  test("cannot make a small description large", () => {
    const next = (index: number): string => `{ post: { $ref: '#/o${index + 1}' } }`;
    const operations = Array.from({ length: 40 }, (_, index) => `o${index}: { callbacks: { a: { u: ${next(index)}, v: ${next(index)} } } }\n`);
    const { root, diagnostics } = load({
      "openapi.yaml": spec("paths: { /a: { get: { $ref: 'o.yaml#/o0' } } }\n"),
      "o.yaml": `${operations.join("")}o40: {}\n`,
    });
    expect(root).toBeUndefined();
    expect(diagnostics).toEqual([expect.stringContaining("depth-exceeded the operations and path items that refer to one another")]);
  });
});

test("a bare name in a mapping means the schema of its own file, where there is one", () => {
  const loaded = load({
    "openapi.yaml": schemas("Pet: { $ref: 'pets.yaml#/components/schemas/Pet' }", "Dog: { type: string }"),
    "pets.yaml":
      "components: { schemas: { Pet: { oneOf: [], discriminator: { propertyName: kind, mapping: { dog: Dog, cat: Cat } } }, Dog: { type: object } } }\n",
  });
  expect(loaded.document).toMatchObject({
    components: {
      schemas: {
        Pet: { discriminator: { mapping: { dog: "#/components/schemas/Dog2", cat: "Cat" } } },
        Dog: { type: "string" },
        Dog2: { type: "object" },
      },
    },
  });
});

test("components whose names begin with x- are no extensions", () => {
  const loaded = load({
    "openapi.yaml": spec("components: { parameters: { x-trace: { $ref: 'all.yaml#/Trace' } } }\n"),
    "all.yaml": "Trace: { name: trace, in: header, schema: { type: string } }\n",
  });
  expect(loaded.document).toMatchObject({ components: { parameters: { "x-trace": { name: "trace" } } } });
});

test("of a description that refers to a file with faults, no more than those is said", () => {
  const { root, diagnostics } = load({
    "openapi.yaml": schemas("A: { $ref: bad.yaml#/A }"),
    "bad.yaml": "A: [\n",
  });
  expect(root).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
});
