import {
  isOrganizationuserWrite,
  type OrganizationuserWrite,
  OrganizationuserWriteSchema,
  validateOrganizationuserRead,
  validateOrganizationuserWrite,
} from "pigello-accounts";
import { AccountSchema, validateAccount, validateOrder } from "taxfiling-accounts";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, test } from "vitest";

const sentence = "at least one of first_name, last_name, corporate_name is required";
const names = ["first_name", "last_name", "corporate_name"];

describe("a write body", () => {
  test("a right one is given back as it is", () => {
    const body = { detail_access: 0, first_name: "Ada", email: null, birth_date: "1815-12-10" };
    const result = validateOrganizationuserWrite(body);
    expect(result.issues).toBeUndefined();
    expect("value" in result && result.value).toBe(body);
    expect(isOrganizationuserWrite(body)).toBe(true);
  });

  test.each([
    ["no name at all", { detail_access: 0 }],
    ["null for a name", { detail_access: 0, first_name: null }],
    ["undefined for a name", { detail_access: 0, first_name: undefined }],
  ])("%s: one issue at the object, which names the three fields", (_, body) => {
    expect(validateOrganizationuserWrite(body)).toEqual({
      issues: [{ code: "atLeastOne", path: [], message: sentence, fields: names }],
    });
    expect(isOrganizationuserWrite(body)).toBe(false);
  });

  test("a name that every object inherits is no name", () => {
    expect(isOrganizationuserWrite(JSON.parse('{ "detail_access": 0, "__proto__": { "first_name": "Ada" } }'))).toBe(false);
  });

  const wrong = {
    detail_access: 3,
    email: "nobody",
    birth_date: "1815-02-30",
    active_to: "yesterday",
    org_no: "5560360794",
    ssn: "19811218987",
    phone_number: "one",
    custom_id: "x".repeat(129),
    is_active: "yes",
    external_clients: [{ id: "0190163d-8694-739b-aea5-966c26f8ad91" }, { id: "7" }],
    first_name: "😀".repeat(255),
  };

  test("every issue is reported, with its place", () => {
    const { issues = [] } = validateOrganizationuserWrite(wrong);
    expect(issues.map(({ code, path }) => `${path.join(".")} ${code}`).sort()).toEqual([
      "active_to format",
      "birth_date format",
      "custom_id maxLength",
      "detail_access enum",
      "email format",
      "external_clients.1.id format",
      "is_active type",
      "org_no format",
      "phone_number pattern",
      "ssn format",
      "ssn minLength",
    ]);
    for (const { message } of issues) expect(message).toMatch(/^must /);
  });

  test("abortEarly stops at the first", () => {
    const all = validateOrganizationuserWrite(wrong).issues ?? [];
    expect(validateOrganizationuserWrite(wrong, { abortEarly: true })).toEqual({ issues: [all[0]] });
  });

  test.each([null, undefined, 42, "text", [], true])("%j is no object", (value) => {
    expect(validateOrganizationuserWrite(value)).toEqual({ issues: [{ code: "type", path: [], message: "must be an object" }] });
  });
});

describe("what is read", () => {
  test("the rule of names is not checked", () => {
    const read = { detail_access: 0, id: "0190163d-8694-739b-aea5-966c26f8ad91" };
    expect(validateOrganizationuserRead(read).issues).toBeUndefined();
    expect(validateOrganizationuserRead({ ...read, id: "7" }).issues).toMatchObject([{ code: "format", path: ["id"] }]);
  });

  test("dates and durations of a service of another style", () => {
    const account = { id: 1, index: 0, refId: 7, userName: "ada", profileUrl: "", roles: [], permissions: [] };
    expect(validateAccount({ ...account, createdDate: "/Date(-62135596800000-0000)/" }).issues).toBeUndefined();
    expect(validateAccount({ ...account, createdDate: "2026-01-01" }).issues).toMatchObject([{ code: "format" }]);
    expect(validateAccount({ ...account, meta: { team: 1 } }).issues).toMatchObject([{ code: "type", path: ["meta", "team"] }]);
    const order = { id: 1, productId: 1, accountId: 1, name: "" };
    expect(validateOrder({ ...order, requestDuration: "PT1M30S", responseStatusCode: "OK" }).issues).toBeUndefined();
    expect(validateOrder({ ...order, requestDuration: "90" }).issues).toMatchObject([{ code: "format" }]);
    expect(validateOrder({ ...order, responseStatusCode: "Teapot" }).issues).toMatchObject([{ code: "enum" }]);
  });
});

/** As a library would that knows Standard Schema, and nothing of ours. */
const parseWith = <Schema extends StandardSchemaV1>(schema: Schema, value: unknown): StandardSchemaV1.InferOutput<Schema> => {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) throw new Error("not expected to wait");
  if (result.issues !== undefined) throw new Error(result.issues.map((issue) => issue.message).join("; "));
  return result.value;
};

test("a library that takes Standard Schema can use the validators", () => {
  const body: OrganizationuserWrite = parseWith(OrganizationuserWriteSchema, { detail_access: 0, last_name: "Lovelace" });
  expect(body.last_name).toBe("Lovelace");
  expect(() => parseWith(OrganizationuserWriteSchema, { detail_access: 0 })).toThrow(sentence);
  expect(() => parseWith(AccountSchema, {})).toThrow("is required");
});
