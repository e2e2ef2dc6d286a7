import type { AnySchema } from "ajv/dist/2020.js";
import { build } from "esbuild";
import fc from "fast-check";
import * as pigello from "pigello-accounts";
import { AccountBatchJsonSchema, AccountJsonSchema, HttpStatusCodeJsonSchema, type JsonSchema } from "taxfiling-accounts";
import * as taxfiling from "taxfiling-accounts";
import { fileURLToPath } from "node:url";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { typeName } from "../../generator/plan/words.js";
import { readSpec } from "../../generator/read-spec.js";
import { createAjv } from "../support/ajv-verdict.js";
import { valuesOf } from "../support/values-of.js";
import { wordsOf } from "../support/words.js";

type Exports = Readonly<Record<string, unknown>>;

const packages: readonly (readonly [string, Exports])[] = [
  ["spec/pigello-accounts.yaml", pigello],
  ["spec/taxfiling-accounts.yaml", taxfiling],
];

const schemaOf = (exported: Exports, type: string): AnySchema => exported[`${type}JsonSchema`] as AnySchema;

/** Every value that is found in a schema under a key. */
const under = (value: unknown, key: string): readonly unknown[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) => [...(name === key ? [member] : []), ...under(member, key)]);

describe.each(packages)("%s", (spec, exported) => {
  const types = Object.keys(exported).flatMap((name) => /^(.*)JsonSchema$/.exec(name)?.[1] ?? []);

  test("there is one for everything that has a validator", () => {
    const validated = Object.keys(exported).flatMap((name) => /^is(?!.*Query$)(.*)$/.exec(name)?.[1] ?? []);
    expect(types.sort()).toEqual(validated.sort());
  });

  test.each(types)("%s stands alone", (type) => {
    const schema = schemaOf(exported, type);
    const ajv = createAjv({ strictSchema: true, strictTypes: false });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
    expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect(under(schema, "$ref").filter((reference) => !/^#\/\$defs\/\w+$/.test(String(reference)))).toEqual([]);
    // nothing is there that is not needed
    const used = new Set(under(schema, "$ref").map((reference) => String(reference).replace("#/$defs/", "")));
    expect(Object.keys((schema as JsonSchema).$defs ?? {}).sort()).toEqual([...used].sort());
  });

  const { contract } = readSpec(spec, process.cwd());
  const components = contract?.schemas ?? [];
  const words = wordsOf(contract?.schemaAt.values() ?? [], []);

  /** Keys that repeat are told by an extension. */
  const breaksExtension = (type: string, value: JsonValue): boolean => {
    const validate = exported[`validate${type}`] as typeof taxfiling.validateAccount;
    const { issues = [] } = validate(value);
    return issues.length > 0 && issues.every(({ code }) => code === "uniqueBy");
  };

  test.each(components.map(({ name }) => name))("%s: Ajv with it says what the validator says", (component) => {
    const type = typeName(component);
    const is = exported[`is${type}`] as (value: unknown) => boolean;
    const validate = createAjv().compile(schemaOf(exported, type));
    const schema = components.find(({ name }) => name === component)?.schema;
    if (schema === undefined) throw new Error(`there is no ${component}`);
    fc.assert(
      fc.property(valuesOf(schema, words), (value) => {
        expect([value, validate(value)]).toEqual([value, is(value) || breaksExtension(type, value)]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what it says", () => {
  test("rules between fields are the keywords that they were read from", () => {
    expect(pigello.OrganizationuserWriteJsonSchema).toMatchObject({ anyOf: expect.any(Array) });
  });

  test("annotations stay, extensions go", () => {
    expect(AccountJsonSchema).toMatchObject({
      description: "A user account.",
      properties: { salt: { format: "password", description: expect.any(String) } },
    });
    expect(JSON.stringify([...Object.values(pigello), ...Object.values(taxfiling)])).not.toMatch(/"x-/);
  });

  test("what it refers to comes along, once", () => {
    expect(AccountBatchJsonSchema).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      description: expect.any(String),
      type: "array",
      items: { $ref: "#/$defs/Account" },
      $defs: { Account: expect.objectContaining({ type: "object" }) },
    });
    expect(HttpStatusCodeJsonSchema).not.toHaveProperty("$defs");
  });

  test("is plain data: copied, spread or written it is the same", () => {
    const { $defs } = AccountBatchJsonSchema;
    expect($defs).toBe(AccountBatchJsonSchema.$defs);
    expect({ ...AccountBatchJsonSchema }).toEqual(structuredClone(AccountBatchJsonSchema));
    expect(JSON.parse(JSON.stringify(AccountBatchJsonSchema))).toEqual(AccountBatchJsonSchema);
  });

  test("its type fits where tools take a schema", () => {
    expectTypeOf(AccountJsonSchema).toEqualTypeOf<JsonSchema>();
    expectTypeOf<JsonSchema>().toExtend<AnySchema>();
    expectTypeOf<JsonSchema>().toExtend<Readonly<Record<string, unknown>>>();
    expectTypeOf<JsonSchema["required"]>().toEqualTypeOf<string[] | undefined>();
  });
});

describe("in a bundle", () => {
  const bundle = async (contents: string): Promise<string> => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
      ...{ bundle: true, format: "esm", write: false, logLevel: "silent" },
    });
    return outputFiles[0]?.text ?? "";
  };

  test("there is none where none is used", async () => {
    const text = await bundle('import { validateAccount, AccountSchema } from "taxfiling-accounts"; console.log(validateAccount, AccountSchema);');
    expect(text).not.toMatch(/json-schema|A user account|\$defs/);
  });

  test("there is what is used, with what it refers to, and no validator", async () => {
    const text = await bundle('import { AccountBatchJsonSchema } from "taxfiling-accounts"; console.log(AccountBatchJsonSchema);');
    expect(text).toMatch(/A user account/);
    expect(text).not.toMatch(/isAccount|AccountResponse|Product|Order|must be/);
  });
});
