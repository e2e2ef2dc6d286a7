import { rmSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moduleLimit } from "../../generator/emit/chunks.js";
import { generateWith } from "../../generator/generate.js";
import type { GeneratedFile } from "../../generator/generate-package.js";
import { loadTools } from "../../generator/tools.js";
import { compileStrict } from "../support/compile-strict.js";
import { createShelf } from "../support/load-package.js";

const count = 260;

const text = "A sentence about the member that is as long as such sentences tend to be, and that makes the description large.";

const members = (index: number) => ({
  next: { $ref: `#/components/schemas/Thing${(index + 1) % count}` },
  ...Object.fromEntries(Array.from({ length: 24 }, (_, member) => [`member_${member}`, { type: "string", maxLength: 40 + member, description: text }])),
});

/** Many schemas in one circle, an operation for each, and one schema whose type is an alias. */
const description = {
  openapi: "3.1.0",
  info: { title: "Large", version: "1" },
  paths: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/things/${index}`,
      {
        post: {
          operationId: `sendThing${index}`,
          parameters: Array.from({ length: 12 }, (_, parameter) => ({ name: `p${parameter}`, in: "query", description: text, schema: { type: "string" } })),
          requestBody: { required: true, content: { "application/json": { schema: { $ref: `#/components/schemas/Thing${index}` } } } },
          responses: { 200: { description: "fine", content: { "application/json": { schema: { $ref: "#/components/schemas/JsonValue" } } } } },
        },
      },
    ]),
  ),
  components: {
    schemas: {
      JsonValue: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#/components/schemas/JsonValue" } }] },
      ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`Thing${index}`, { type: "object", required: ["member_0"], properties: members(index) }])),
      // openapi-typescript has a helper for a base whose fields are required by a child
      Child: { allOf: [{ $ref: "#/components/schemas/Thing1" }], required: ["member_5"] },
      Last: { type: "object", properties: { value: { $ref: "#/components/schemas/JsonValue" } } },
    },
  },
};

const usage = `import type { components, operations, paths } from "./openapi.js";
export const thing: components["schemas"]["Thing${count - 1}"] = { member_0: "a", next: { member_0: "b" } };
export const value: components["schemas"]["JsonValue"] = ["a", ["b", []]];
export const last: components["schemas"]["Last"] = { value };
export const body: operations["sendThing3"]["requestBody"]["content"]["application/json"] = { member_0: "c" };
// @ts-expect-error the member that only the child requires
export const child: components["schemas"]["Child"] = { member_0: "a" };
export const query: paths["/things/200"]["post"]["parameters"]["query"] = { p11: "x" };
// @ts-expect-error a member of the wrong type
export const wrong: components["schemas"]["Thing250"] = { member_0: 1 };
`;

const folder = mkdtempSync(path.join(tmpdir(), "large-"));
let files: readonly GeneratedFile[] = [];
let jsonSchemas: Readonly<Record<string, unknown>> = {};

beforeAll(async () => {
  writeFileSync(path.join(folder, "large.json"), JSON.stringify(description));
  const tools = await loadTools();
  files = (await generateWith({ input: path.join(folder, "large.json"), name: "large" }, async () => tools)).files;
  const shelf = createShelf(tools.transpile);
  jsonSchemas = await shelf.add("large", files);
  shelf.clear();
  await tools.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a large description", () => {
  test("gives no file that is too large for an editor", () => {
    // nobody edits with the surface at hand
    const large = files.filter(({ path: file, text: written }) => file.startsWith("src/") && written.length > moduleLimit).map(({ path: file }) => file);
    expect(large).toEqual([]);
    expect(files.filter(({ path: file }) => file.startsWith("src/openapi/") || file.startsWith("src/json-schemas/")).length).toBeGreaterThan(6);
  });

  test("has plain types that can be used as if they stood in one", () => {
    const modules = files.filter(({ path: file }) => /^src\/openapi[./]/.test(file));
    expect(compileStrict(new Map([...modules.map((file) => [`/${file.path}`, file.text] as const), ["/src/usage.ts", usage]]))).toEqual([]);
  });

  test("has JSON Schemas that are put together of several modules", () => {
    const { Thing0JsonSchema } = jsonSchemas;
    expect(Object.keys((Thing0JsonSchema as { readonly $defs: object }).$defs)).toHaveLength(count);
  });
});
