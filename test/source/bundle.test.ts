import { describe, expect, test } from "vitest";
import { load, schemas, spec } from "./support/load.js";

/** The component schemas of a bundle. */
const schemasOf = (files: Parameters<typeof load>[0]): unknown => {
  const { document, diagnostics } = load(files);
  expect(diagnostics).toEqual([]);
  return (document as { components: { schemas: unknown } }).components.schemas;
};

describe("schemas of other files", () => {
  test("are copied once, whoever refers to them, and named after the end of the pointer", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('A: { items: { $ref: "pets.yaml#/Pet" } }', 'B: { items: { $ref: "./pets.yaml#/Pet" } }'),
        "pets.yaml": 'Pet: { properties: { owner: { $ref: "#/Owner" } } }\nOwner: { type: string }\nUnused: {}\n',
      }),
    ).toEqual({
      A: { items: { $ref: "#/components/schemas/Pet" } },
      B: { items: { $ref: "#/components/schemas/Pet" } },
      Pet: { properties: { owner: { $ref: "#/components/schemas/Owner" } } },
      Owner: { type: "string" },
    });
  });

  test("that are whole files are named after the file", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('A: { items: { $ref: "schemas/pet.v1.yaml" } }', 'B: { items: { $ref: "schemas/pet.v1.yaml#" } }'),
        "schemas/pet.v1.yaml": "type: object\n",
      }),
    ).toEqual({
      A: { items: { $ref: "#/components/schemas/pet.v1" } },
      B: { items: { $ref: "#/components/schemas/pet.v1" } },
      "pet.v1": { type: "object" },
    });
  });

  test("take the place of the component that only refers to them, and its name", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('A: { items: { $ref: "pet.yaml" } }', 'Pet: { $ref: "pet.yaml" }', 'Same: { $ref: "pet.yaml" }'),
        "pet.yaml": 'properties: { mother: { $ref: "#" } }\n',
      }),
    ).toEqual({
      A: { items: { $ref: "#/components/schemas/Pet" } },
      Pet: { properties: { mother: { $ref: "#/components/schemas/Pet" } } },
      Same: { $ref: "#/components/schemas/Pet" },
    });
  });

  test("form chains, each file relative to its own folder", () => {
    const { document, files, diagnostics } = load({
      "openapi.yaml": schemas('A: { items: { $ref: "one/a.yaml#/A" } }'),
      "one/a.yaml": 'A: { properties: { b: { $ref: "two/b.json#/B" } } }\n',
      "one/two/b.json": '{ "B": { "properties": { "c": { "$ref": "../../c.yaml#/C" } } } }',
      "c.yaml": "C: { type: string }\n",
    });
    expect(diagnostics).toEqual([]);
    expect(files).toEqual(["openapi.yaml", "one/a.yaml", "one/two/b.json", "c.yaml"]);
    expect(document).toMatchObject({
      components: {
        schemas: {
          A: { items: { $ref: "#/components/schemas/A2" } },
          A2: { properties: { b: { $ref: "#/components/schemas/B" } } },
          B: { properties: { c: { $ref: "#/components/schemas/C" } } },
          C: { type: "string" },
        },
      },
    });
  });

  test("may refer back into the entry, and to themselves", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('Pet: { properties: { owner: { $ref: "owner.yaml" } } }'),
        "owner.yaml": 'properties: { pets: { items: { $ref: "openapi.yaml#/components/schemas/Pet" } }, boss: { $ref: "#" } }\n',
      }),
    ).toEqual({
      Pet: { properties: { owner: { $ref: "#/components/schemas/owner" } } },
      owner: { properties: { pets: { items: { $ref: "#/components/schemas/Pet" } }, boss: { $ref: "#/components/schemas/owner" } } },
    });
  });

  test("of the same name are numbered in document order; those of the entry keep theirs", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('A: { items: { $ref: "two.yaml#/Pet" } }', 'B: { items: { $ref: "one.yaml#/Pet" } }', "Pet: { type: object }", "Pet3: { type: boolean }"),
        "one.yaml": "Pet: { type: string }\n",
        "two.yaml": "Pet: { type: number }\n",
      }),
    ).toEqual({
      A: { items: { $ref: "#/components/schemas/Pet2" } },
      B: { items: { $ref: "#/components/schemas/Pet4" } },
      Pet: { type: "object" },
      Pet2: { type: "number" },
      Pet3: { type: "boolean" },
      Pet4: { type: "string" },
    });
  });

  test("are found by percent-encoded and escaped pointers", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('A: { items: { $ref: "my%20pets.yaml#/a~1b/c%20d%25" } }', 'B: { $ref: "#/components/schemas/x~0y" }', "x~y: { type: string }"),
        "my pets.yaml": '"a/b": { "c d%": { type: object } }\n',
      }),
    ).toEqual({
      A: { items: { $ref: "#/components/schemas/c_d_" } },
      B: { $ref: "#/components/schemas/x~0y" },
      "x~y": { type: "string" },
      c_d_: { type: "object" },
    });
  });

  test("are found by their anchor", () => {
    expect(
      schemasOf({
        "openapi.yaml": schemas('A: { $ref: "#pet" }', 'B: { items: { $ref: "other.yaml#cat" } }', "Pet: { $anchor: pet }"),
        "other.yaml": "definitions: { C: { $anchor: cat, type: object } }\n",
      }),
    ).toMatchObject({
      A: { $ref: "#/components/schemas/Pet" },
      B: { items: { $ref: "#/components/schemas/C" } },
      C: { type: "object" },
    });
  });

  test("keep what stands beside the reference", () => {
    expect(schemasOf({ "openapi.yaml": schemas('A: { $ref: "p.yaml", description: mine, properties: { b: { $ref: "p.yaml" } } }'), "p.yaml": "type: object\n" })).toEqual({
      A: { $ref: "#/components/schemas/p", description: "mine", properties: { b: { $ref: "#/components/schemas/p" } } },
      p: { type: "object" },
    });
  });
});

test("parameters, responses, bodies, headers and the like go where they belong", () => {
  const { document, diagnostics } = load({
    "openapi.yaml": spec(`paths:
  /pets:
    post:
      parameters: [{ $ref: "parts.yaml#/page" }]
      requestBody: { $ref: "parts.yaml#/body" }
      responses: { "200": { $ref: "parts.yaml#/ok" } }
`),
    "parts.yaml": `page: { name: page, in: query, schema: { $ref: "#/Page" } }
Page: { type: integer }
body: { content: { application/json: { schema: { $ref: "#/Page" }, examples: { one: { $ref: "#/example" } } } } }
ok: { description: ok, headers: { etag: { $ref: "#/etag" } }, links: { next: { $ref: "#/next" } } }
etag: { schema: { type: string } }
next: { operationId: listPets }
example: { value: 1 }
`,
  });
  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({
    paths: {
      "/pets": {
        post: {
          parameters: [{ $ref: "#/components/parameters/page" }],
          requestBody: { $ref: "#/components/requestBodies/body" },
          responses: { "200": { $ref: "#/components/responses/ok" } },
        },
      },
    },
    components: {
      parameters: { page: { name: "page", in: "query", schema: { $ref: "#/components/schemas/Page" } } },
      schemas: { Page: { type: "integer" } },
      requestBodies: {
        body: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Page" },
              examples: { one: { $ref: "#/components/examples/example" } },
            },
          },
        },
      },
      responses: {
        ok: { headers: { etag: { $ref: "#/components/headers/etag" } }, links: { next: { $ref: "#/components/links/next" } } },
      },
      headers: { etag: { schema: { type: "string" } } },
      links: { next: { operationId: "listPets" } },
      examples: { example: { value: 1 } },
    },
  });
});

describe("path items", () => {
  const files = {
    "openapi.yaml": spec('paths:\n  /pets:\n    $ref: "paths.yaml#/pets"\n    summary: mine\n  /cats: { $ref: "paths.yaml#/cats" }\n'),
    "paths.yaml": 'pets: { summary: theirs, get: { operationId: listPets, parameters: [{ $ref: "#/page" }] } }\ncats: { $ref: "#/pets" }\npage: { name: page, in: query }\n',
  };

  test("are put in place; what stands beside the reference wins", () => {
    const { document, diagnostics } = load(files);
    const get = { operationId: "listPets", parameters: [{ $ref: "#/components/parameters/page" }] };
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ paths: { "/pets": { summary: "mine", get }, "/cats": { summary: "theirs", get } } });
  });

  test("have the places of their own file", () => {
    const { textAt } = load(files);
    expect(textAt("/paths/~1pets/get/operationId")).toBe("paths.yaml:1 listPets");
    expect(textAt("/paths/~1cats/get", "key")).toBe("paths.yaml:1 get");
    expect(textAt("/paths/~1pets", "key")).toBe("openapi.yaml:4 /pets");
    expect(textAt("/paths/~1pets/summary")).toBe("openapi.yaml:6 mine");
  });

  test("that lead to each other are reported", () => {
    const { diagnostics } = load({ "openapi.yaml": spec('paths:\n  /a: { $ref: "#/paths/~1b" }\n  /b: { $ref: "#/paths/~1a" }\n') });
    expect(diagnostics.map((one) => one.split(" ").slice(0, 2).join(" "))).toContain("openapi.yaml:4:15 ref-cycle");
  });
});

test("a discriminator's mapping into other files is led to the copy; a bare name stays", () => {
  const { document, diagnostics } = load({
    "openapi.yaml": schemas(
      'Pet: { oneOf: [{ $ref: "cat.yaml" }], discriminator: { propertyName: kind, mapping: { cat: cat.yaml, dog: "#/components/schemas/Dog", bird: Bird } } }',
      "Dog: { type: object }",
      "Bird: { type: object }",
    ),
    "cat.yaml": "type: object\n",
  });
  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({
    components: {
      schemas: {
        Pet: {
          oneOf: [{ $ref: "#/components/schemas/cat" }],
          discriminator: { mapping: { cat: "#/components/schemas/cat", dog: "#/components/schemas/Dog", bird: "Bird" } },
        },
        cat: { type: "object" },
      },
    },
  });
});

describe("places", () => {
  const { textAt } = load({
    "openapi.yaml": schemas('A: { items: { $ref: "a.yaml#/A" } }', "B: { type: string }", 'C: { $ref: "c.yaml" }'),
    "a.yaml": '# a comment\nA:\n  type: object\n  properties:\n    b: { $ref: "b.json#/B" }\n',
    "c.yaml": "type: object\n",
    "b.json": '{\n  "B": {\n    "type": "array"\n  }\n}',
  });

  test.each([
    ["/components/schemas/A/items/$ref", undefined, 'openapi.yaml:5 "a.yaml#/A"'],
    ["/components/schemas/C", "key", "openapi.yaml:7 C"],
    ["/components/schemas/C/type", undefined, "c.yaml:1 object"],
    ["/components/schemas/A2/type", undefined, "a.yaml:3 object"],
    ["/components/schemas/A2/properties/b", "key", "a.yaml:5 b"],
    ["/components/schemas/B2/type", undefined, 'b.json:3 "array"'],
    ["/components/schemas/B2/type", "key", 'b.json:3 "type"'],
    ["/components/schemas/B/type", undefined, "openapi.yaml:6 string"],
    ["/components/schemas/B2/missing/child", undefined, 'b.json:2 {\n    "type": "array"\n  }'],
  ] as const)("%s %s", (pointer, part, text) => {
    expect(textAt(pointer, part)).toBe(text);
  });
});

describe("faults", () => {
  const codes = (files: Parameters<typeof load>[0]): readonly string[] =>
    load(files).diagnostics.map((one) => one.split(" ").slice(0, 2).join(" "));

  test.each([
    ["a missing file", 'A: { $ref: "missing.yaml#/A" }', "ref-unresolved"],
    ["a pointer to nothing", 'A: { $ref: "other.yaml#/B" }', "ref-unresolved"],
    ["an unknown anchor", 'A: { $ref: "other.yaml#a" }', "ref-unresolved"],
    ["a file outside of the folder", 'A: { $ref: "../other.yaml#/A" }', "ref-outside-root"],
    ["an absolute path", 'A: { $ref: "/etc/passwd" }', "ref-outside-root"],
    ["https", 'A: { $ref: "https://example.com/a.yaml" }', "ref-remote-refused"],
    ["HTTP in capitals", 'A: { $ref: "HTTP://example.com/a.yaml" }', "ref-remote-refused"],
    ["a URL without a scheme", 'A: { $ref: "//example.com/a.yaml" }', "ref-remote-refused"],
    ["a file URL", 'A: { $ref: "file:///etc/passwd" }', "ref-remote-refused"],
    ["a number", "A: { $ref: 1 }", "ref-not-string"],
    ["a circle", 'A: { $ref: "#/components/schemas/A" }', "ref-cycle"],
  ])("%s", (_, line, code) => {
    const found = codes({
      "openapi.yaml": schemas(line),
      "other.yaml": 'A: {}\nC: { $ref: "openapi.yaml#/components/schemas/A" }\n',
    });
    expect(found).toEqual([`openapi.yaml:5:16 ${code}`]);
  });

  test("a circle through another file", () => {
    expect(codes({ "openapi.yaml": schemas('A: { $ref: "a.yaml" }'), "a.yaml": '$ref: "openapi.yaml#/components/schemas/A"\n' })).toEqual(["a.yaml:1:7 ref-cycle"]);
  });

  test("of a referenced file are reported in that file, once, and no follow-up in the others", () => {
    expect(
      codes({ "openapi.yaml": schemas('A: { $ref: "other.yaml#/A" }', 'B: { $ref: "other.yaml#/B" }'), "other.yaml": "A: {}\nB: {type: [}\nC: 'x\n" }).every(
        (one) => one.startsWith("other.yaml:") && one.endsWith(" yaml-syntax"),
      ),
    ).toBe(true);
  });

  test("of every file come at once", () => {
    expect(
      codes({
        "openapi.yaml": schemas('A: { $ref: "a.yaml" }', 'B: { $ref: "b.json" }', 'C: { $ref: "c.yaml" }', 'D: { $ref: "#/x" }'),
        "a.yaml": "a: 1\na: 2\n",
        "b.json": "{",
        "c.yaml": "",
      }).toSorted(),
    ).toEqual(["a.yaml:2:1 yaml-duplicate-key", "b.json:1:2 json-syntax", "c.yaml:1:1 file-empty", "openapi.yaml:8:16 ref-unresolved"]);
  });

  test("recursion through properties, items and files is none", () => {
    expect(codes({ "openapi.yaml": schemas('A: { properties: { a: { $ref: "#/components/schemas/A" } } }', 'B: { items: { $ref: "b.yaml" } }'), "b.yaml": 'items: { $ref: "b.yaml" }\n' })).toEqual([]);
  });
});

describe("a document that says where it stands", () => {
  const self = "openapi: 3.2.0\n$self: https://api.example/v1/openapi.yaml\ninfo: { title: T, version: \"1\" }\n";
  const components = (...lines: readonly string[]): string => `${self}components:\n  schemas:\n${lines.map((line) => `    ${line}\n`).join("")}`;

  test("is meant by its own address, in every file", () => {
    expect(
      schemasOf({
        "openapi.yaml": components("A: { type: string }", 'B: { items: { $ref: "https://api.example/v1/openapi.yaml#/components/schemas/A" } }', "C: { $ref: other.yaml }"),
        "other.yaml": 'properties: { a: { $ref: "https://api.example/v1/openapi.yaml#/components/schemas/A" } }\n',
      }),
    ).toEqual({
      A: { type: "string" },
      B: { items: { $ref: "https://api.example/v1/openapi.yaml#/components/schemas/A".replace(/^[^#]*/, "") } },
      C: { properties: { a: { $ref: "#/components/schemas/A" } } },
    });
  });

  test("has beside it what stands below the same address", () => {
    expect(
      schemasOf({
        "api/openapi.yaml": "",
        "openapi.yaml": components('A: { items: { $ref: "https://api.example/v1/schemas/pet.yaml" } }', "B: { items: { $ref: ./schemas/pet.yaml } }"),
        "schemas/pet.yaml": "type: object\n",
      }),
    ).toEqual({ A: { items: { $ref: "#/components/schemas/pet" } }, B: { items: { $ref: "#/components/schemas/pet" } }, pet: { type: "object" } });
  });

  test("does not have there what is no file, or stands elsewhere", () => {
    const { diagnostics } = load({ "openapi.yaml": components('A: { $ref: "https://api.example/v1/none.yaml" }', 'B: { $ref: "https://api.example/v2/other.yaml" }'), "other.yaml": "{}" });
    expect(diagnostics).toEqual([expect.stringContaining("ref-remote-refused"), expect.stringContaining("ref-remote-refused")]);
  });
});
