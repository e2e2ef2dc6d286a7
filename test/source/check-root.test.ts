import { expect, test } from "vitest";
import { load } from "./support/load.js";

const versionOf = (written: string): unknown => load({ "openapi.yaml": `info: {}\nopenapi: ${written}\npaths: {}\n` }).root?.get("openapi");

test.each([
  ["3.1.0", "3.1.0"],
  ['"3.0.3"', "3.0.3"],
  ["3.2.0", "3.2.0"],
  ["3.1.0-rc1", "3.1.0-rc1"],
  ["3.1", "3.1"],
  ["3.0", "3.0"],
  ["3", "3.0"],
])("openapi: %s is version %s, as a text", (written, version) => {
  expect(versionOf(written)).toBe(version);
});

test.each(["4.0.0", "3.3.0", "2", "3.10.0", '"3"', "v3.1.0", "true", "[3.1.0]", "~"])("openapi: %s is not known", (written) => {
  const { root, diagnostics } = load({ "openapi.yaml": `info: {}\nopenapi: ${written}\n` });
  expect(root).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatch(/^openapi\.yaml:2:10 openapi-version /);
});

test.each([
  ["[]", "root-not-object openapi.yaml holds a list, not an OpenAPI document"],
  ["text", "root-not-object openapi.yaml holds a single value, not an OpenAPI document"],
  ["swagger: '2.0'\nopenapi: 3.1.0", "swagger-2 this is Swagger 2.0; only OpenAPI 3 is read"],
])("%j is no OpenAPI 3 document", (text, message) => {
  expect(load({ "openapi.yaml": text }).diagnostics.map((one) => one.slice(one.indexOf(" ") + 1))).toEqual([message]);
});
