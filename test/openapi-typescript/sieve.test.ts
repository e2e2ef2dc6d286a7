import openapiTS, { astToString, type OpenAPI3, type OpenAPITSOptions, stringToAST } from "openapi-typescript";
import { describe, expect, test, vi } from "vitest";
import { sieve, type SieveOptions } from "../../generator/openapi-typescript/sieve.js";
import { compile, versions } from "../types/support/compilers.js";
import { filesOf } from "../types/support/files.js";

const header = "// Written by openapi-typescript with sieve().\n";

const file = (name: string): URL => new URL(name, import.meta.url);

/** What openapi-typescript writes; a document is its own, since it changes what it is given. */
const written = async (source: URL | object, options?: OpenAPITSOptions): Promise<string> =>
  astToString(await openapiTS(source instanceof URL ? source : (structuredClone(source) as OpenAPI3), { silent: true, ...options }));

const sieved = async (source: URL | object, options: SieveOptions = {}): Promise<string> =>
  astToString(await openapiTS(source instanceof URL ? source : (structuredClone(source) as OpenAPI3), sieve(options)));

/** A document with one component and nothing else. */
const documentOf = (schema: object, more: object = {}): object => ({
  openapi: "3.1.0",
  info: { title: "One", version: "1" },
  paths: {},
  components: { schemas: { One: schema } },
  ...more,
});

const ab = { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } };
const aOrB = { ...ab, anyOf: [{ required: ["a"] }, { required: ["b"] }] };
const sentence = "at least one of a, b is required";

describe("the types", () => {
  test.each(["people", "orders"])("of %s", async (name) => {
    await expect(header + (await sieved(file(`${name}.yaml`)))).toMatchFileSnapshot(`golden/${name}.ts`);
  });

  test.each(versions)("hold under TypeScript %s, and every marked line is an error", async (version) => {
    expect(await compile(version, filesOf("test/openapi-typescript/golden"))).toBe("");
  });

  test("of a document without rules are those of openapi-typescript", async () => {
    const text = await written(file("plain.yaml"));
    expect(await sieved(file("plain.yaml"))).toBe(text);
    expect(text.length).toBeGreaterThan(2000);
  });
});

describe("rules", () => {
  const answer = (schema: object): object => ({ responses: { 200: { description: "", content: { "application/json": { schema } } } } });
  const onlyRead = documentOf(aOrB, { paths: { "/a": { get: answer({ $ref: "#/components/schemas/One" }) } } });

  test("are those of requests, unless all are wanted, or none", async () => {
    expect(await sieved(onlyRead)).not.toContain(sentence);
    expect(await sieved(onlyRead, { rules: "all" })).toContain(sentence);
    const none = await sieved(documentOf(aOrB), { rules: "none" });
    expect(none).not.toContain(sentence);
    expect(none).not.toContain("unknown");
  });

  test("bind who answers a webhook, and not who reads it", async () => {
    const hook = { post: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/One" } } } }, ...answer(aOrB) } };
    const text = await sieved(documentOf({ ...ab, anyOf: [{ required: ["a", "b"] }, { required: ["b"] }] }, { paths: undefined, webhooks: { sent: hook } }));
    expect(text.split(sentence)).toHaveLength(2);
    expect(text).not.toContain("a and b");
  });

  test("go without types past the budget, with a note", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const groups = names.map((name) => ({ anyOf: [{ required: [name] }, { required: [`${name}_too`] }] }));
    const many = { type: "object", properties: Object.fromEntries(names.flatMap((name) => [[name, { type: "string" }], [`${name}_too`, { type: "string" }]])), allOf: groups };
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const text = await sieved(documentOf(many));
    expect(warned.mock.calls.flat().join("\n")).toContain("#/components/schemas/One: its rules multiply out to more than 256 alternatives");
    warned.mockClear();
    await sieved(documentOf(many), { silent: true });
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
    expect(text).toContain("f11_too?: string");
    expect(text).not.toContain("is required");
    expect(text).not.toContain("unknown");
  });

  test("of `sieve` are among its options, or it says so", () => {
    expect(() => sieve({ rules: "responses" as "all" })).toThrow(new TypeError('`rules` of sieve() must be one of "requests", "all", "none"'));
  });
});

describe("options of openapi-typescript", () => {
  const dated = {
    type: "object",
    properties: { at: { type: "string", format: "date-time" }, until: { type: "string", format: "date-time" }, kind: { type: "string", enum: ["x", "y"] } },
    anyOf: [{ required: ["at"] }, { required: ["until"] }],
    if: { required: ["kind"], properties: { kind: { const: "x" } } },
    then: { required: ["until"] },
  };
  const [dateAlias] = stringToAST("type A = Date;");
  const date = (dateAlias as { readonly type: ReturnType<NonNullable<OpenAPITSOptions["postTransform"]>> }).type;

  test("of the user's stay: `transform` says what a field is, in rules too", async () => {
    const text = await sieved(documentOf(dated), { transform: ({ format }) => (format === "date-time" ? date : undefined) });
    expect(text).toContain("at?: Date");
    expect(text).not.toMatch(/\bat: string/);
    expect(text).toContain("at: NonNullable<unknown> | null");
    const user = 'import type { components } from "./types.js";\ntype One = components["schemas"]["One"];\nexport const ones: One[] = [{ at: new Date() }, { kind: "x", until: new Date() }];\n// @ts-expect-error one at least\nexport const none: One = {};\n';
    expect(await compile("7.0", { "types.ts": text, "user.ts": user })).toBe("");
  });

  test("`postTransform` of the user's is asked for every type", async () => {
    const [alias] = stringToAST('type A = "mine";');
    const mine = (alias as { readonly type: typeof date }).type;
    const text = await sieved(documentOf({ ...aOrB, properties: { ...aOrB.properties, own: { type: "string" } } }), { postTransform: (_, { path }) => (path?.endsWith("/own") ? mine : undefined) });
    expect(text).toContain('own?: "mine"');
    expect(text).toContain(sentence);
  });

  test("`enum` declares each enum once, and rules about values stay out of their way", async () => {
    const text = await sieved(documentOf(dated), { enum: true });
    expect(text.match(/export enum /g)).toHaveLength(1);
    const user = 'import { type components, OneKind } from "./types.js";\nexport const one: components["schemas"]["One"] = { kind: OneKind.x, until: "now" };\n';
    expect(await compile("7.0", { "types.ts": text, "user.ts": user }, { erasableSyntaxOnly: false, isolatedModules: false })).toBe("");
  });

  test.each([{ enumValues: true }, { immutable: true }, { rootTypes: true }, { readWriteMarkers: true }, { exportType: true }, { alphabetize: true, arrayLength: true, emptyObjectsUnknown: true }])(
    "%o compiles",
    async (options) => {
      const text = await sieved(file("people.yaml"), options);
      expect(text).toContain("at least one of");
      expect(await compile("7.0", { "types.ts": text }, { noUnusedLocals: false, isolatedDeclarations: false })).toBe("");
    },
  );

  test("may be spread, without a word about what is not there", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const source = (): OpenAPI3 => structuredClone(documentOf(aOrB)) as unknown as OpenAPI3;
    const direct = astToString(await openapiTS(source(), sieve()));
    expect(astToString(await openapiTS(source(), { ...sieve() }))).toBe(direct);
    expect(direct).toContain(sentence);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  test("serve any number of documents", async () => {
    const options = sieve();
    const [one, other] = [documentOf(aOrB), documentOf({ ...ab, oneOf: [{ required: ["a"] }, { required: ["b"] }] })];
    for (const [source, said] of [[one, sentence], [other, "exactly one of a, b is required"], [one, sentence]] as const)
      expect(astToString(await openapiTS(structuredClone(source) as OpenAPI3, options))).toContain(said);
  });
});

describe("what is odd", () => {
  test.each([
    ["a union of nothing", { ...ab, anyOf: [] }],
    ["a union that is no list", { ...ab, "x-any": true, anyOf: { required: ["a"] } }],
    ["a name that is one of JavaScript's own", { ...ab, anyOf: [{ required: ["constructor"] }, { required: ["__proto__"] }] }],
    ["true", true],
    ["an empty branch", { ...ab, anyOf: [{ required: ["a"] }, {}] }],
  ])("%s ends as it does by itself, or better", async (_, schema) => {
    const source = documentOf(schema as object);
    const alone = await written(source).catch((error: unknown) => String(error));
    const text = await sieved(source, { silent: true }).catch((error: unknown) => String(error));
    if (!alone.startsWith("export")) expect(text).toBe(alone);
    else expect(await compile("7.0", { "types.ts": text })).toBe("");
  });

  test("names are data", async () => {
    const names = ['"]: never } | any; //', "`${process.exit()}`", "a\u2028b", "\u202Ec", "*/ export const x = 1; /*", "'", "\\"];
    const schema = { type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])), anyOf: names.map((name) => ({ required: [name] })) };
    const text = await sieved(documentOf(schema));
    const user = `import type { components } from "./types.js";\nexport const all: components["schemas"]["One"][] = ${JSON.stringify(names.map((name) => ({ [name]: "x" })))};\n// @ts-expect-error none of them\nexport const none: components["schemas"]["One"] = {};\n`;
    expect(await compile("7.0", { "types.ts": text, "user.ts": user })).toBe("");
  });
});
