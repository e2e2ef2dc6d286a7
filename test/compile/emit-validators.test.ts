import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { emitValidators } from "../../generator/compile/emit-validators.js";
import { InvalidSchemaError } from "../../generator/compile/invalid-schema-error.js";
import { loadStrip } from "../../generator/print/transpile.js";
import { compileStrict } from "../support/compile-strict.js";

type Validate = (value: unknown) => { readonly issues?: readonly { readonly code: string }[] };

/** The modules, run from a folder of their own. */
const load = async (document: unknown, module: string): Promise<Readonly<Record<string, unknown>>> => {
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-emitted-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const strip = loadStrip("module");
  for (const { path: name, text } of emitValidators(document)) {
    const file = path.join(folder, name.replace(/\.ts$/, ".js"));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, strip(text));
  }
  return (await import(pathToFileURL(path.join(folder, module)).href)) as Readonly<Record<string, unknown>>;
};

const tree = {
  $id: "https://example.org/tree",
  type: "object",
  required: ["name"],
  properties: { name: { type: "string", format: "date" }, children: { type: "array", items: { $ref: "#" } } },
};

test("one JSON Schema becomes a module that decides its values", async () => {
  const { isSchema, validateSchema } = (await load(tree, "schemas/schema.js")) as { isSchema: (value: unknown) => boolean; validateSchema: Validate };
  expect(isSchema({ name: "2026-02-28", children: [{ name: "2026-03-01" }] })).toBe(true);
  expect(validateSchema({ name: "2026-02-30", children: [{}] }).issues?.map(({ code }) => code)).toEqual(["format", "required"]);
});

test("an OpenAPI document becomes a module for each of its schemas", async () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {},
    components: { schemas: { Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } }, Owner: { type: "string", minLength: 2 } } },
  };
  expect(emitValidators(document).map(({ path: name }) => name).filter((name) => name.startsWith("schemas/"))).toEqual(["schemas/pet.ts", "schemas/owner.ts"]);
  const { validatePet } = (await load(document, "schemas/pet.js")) as { validatePet: Validate };
  expect(validatePet({ owner: "a" }).issues?.map(({ code }) => code)).toEqual(["minLength"]);
});

test("the modules compile in strict mode", () => {
  expect(compileStrict(new Map(emitValidators(tree).map(({ path: name, text }) => [`/emitted/src/${name}`, text] as const)))).toEqual([]);
});

test("what is no schema is refused", () => {
  expect(() => emitValidators({ type: "objekt" })).toThrow(InvalidSchemaError);
});
