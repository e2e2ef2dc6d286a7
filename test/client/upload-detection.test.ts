import { describe, expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { uploadModule } from "../../generator/emit/client/upload-module.js";
import { createTypeWriter } from "../../generator/emit/types/type-expression.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { uploadFiles } from "../../generator/plan/upload-files.js";
import { contractOf, documentOf } from "../filters/support/contract.js";

const form = "{ type: object, properties: { url: { type: string }, fields: { type: object } } }";

const described = (schemas: string, operation = "uploadFile"): ReturnType<typeof contractOf>["contract"] =>
  contractOf(
    documentOf(`
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /pets/{id}/image:
    post: { operationId: ${operation}, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "204": { description: done } } }
components:
  schemas:
${schemas.replace(/^/gm, "    ")}
`),
  ).contract;

const found = (schemas: string): readonly string[] => uploadFiles(described(schemas)).map(({ name }) => name);

describe("a file that is uploaded beside the API", () => {
  test.each([
    [`Picture: { type: object, properties: { md5_hash: { type: string }, post: ${form} } }`, ["Picture"]],
    [`Form: ${form}\nPicture: { type: [object, "null"], properties: { md5_hash: {}, post: { $ref: "#/components/schemas/Form" } } }`, ["Picture"]],
    [`A: { $ref: "#/components/schemas/B" }\nB: { type: object, properties: { md5_hash: {}, post: ${form} } }`, ["A", "B"]],
    [`Picture: { type: object, properties: { md5_hash: { type: string } } }`, []],
    [`Picture: { type: object, properties: { post: ${form} } }`, []],
    [`Picture: { type: object, properties: { md5_hash: {}, post: { type: object, properties: { url: {} } } } }`, []],
    [`Picture: { type: string }\nNever: false`, []],
  ])("%s", (schemas, names) => {
    expect(found(schemas)).toEqual(names);
  });
});

describe("names", () => {
  const planOf = (schemas: string) => {
    const { report, diagnostics } = createCollector();
    const plan = makePlan(described(schemas), "pets", report);
    return { plan, call: plan.operations[0]?.names.call, codes: diagnostics().map(({ code }) => code) };
  };

  test("an operation that is called uploadFile keeps its name where there are no uploads", () => {
    const { plan, call, codes } = planOf("Pet: { type: object }");
    expect([call, codes]).toEqual(["uploadFile", []]);
    expect(uploadModule(plan, createTypeWriter({ plan, aliases: false }))).toEqual([]);
  });

  test("and makes room where there are", () => {
    const { plan, call, codes } = planOf(`UploadOptions: { type: object, properties: { md5_hash: {}, post: ${form} } }`);
    expect([call, codes]).toEqual(["uploadFile2", ["name-collision", "name-collision"]]);
    const [module] = uploadModule(plan, createTypeWriter({ plan, aliases: false }));
    expect(module?.path).toBe("client-upload");
    expect(JSON.stringify(module)).toContain("UploadOptions2");
  });
});
