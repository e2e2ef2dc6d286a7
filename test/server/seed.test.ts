import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import { filterFields } from "./pigello/filter-fields.js";
import { isLuhn } from "./pigello/luhn.js";

let server: PigelloServer;
let rows: ReturnType<PigelloServer["rows"]> = [];
beforeAll(async () => {
  server = await startPigelloServer();
  rows = server.rows();
});
afterAll(() => server.close());

/** The description itself, not what was generated from it. */
const description = parse(readFileSync(fileURLToPath(new URL("../../spec/pigello-accounts.yaml", import.meta.url)), "utf8")) as object;

test("the seeded rows fulfil the description", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addFormat("luhn", isLuhn).addFormat("url", true).addSchema(description, "https://description.invalid/pigello");
  const validate = ajv.compile({ type: "array", items: { $ref: "https://description.invalid/pigello#/components/schemas/OrganizationuserRead" } });
  validate(rows);
  expect(validate.errors ?? []).toEqual([]);
  expect(rows).toHaveLength(300);
});

test("a luhn number of the tax office's example is one, and a changed digit is noticed", () => {
  expect([isLuhn("811218-9876"), isLuhn("19811218-9876"), isLuhn("8112189876"), isLuhn("8112189875")]).toEqual([true, true, true, false]);
});

describe("the seed is varied", () => {
  test.each(filterFields.map(({ name }) => name))("%s", (name) => {
    const values = rows.map((row) => JSON.stringify(row[name]));
    expect(new Set(values).size).toBeGreaterThan(1);
    const counts = [...new Set(values)].map((value) => values.filter((one) => one === value).length);
    expect(Math.max(...counts)).toBeLessThan(290);
  });

  test("and always the same", async () => {
    const again = await startPigelloServer();
    expect(again.rows()).toEqual(rows);
    await again.close();
  });
});
