import { existsSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { arrayIn, at, descriptionOf, isArray, isObject, objectIn, pathOf, stringIn, textOf } from "./description.js";
import type { Json, JsonObject } from "./description.js";
import { validatorsOf } from "./validator.js";

const description = descriptionOf("spec/taxfiling-accounts.yaml");
const schemas = objectIn(description, "components", "schemas");
const validators = validatorsOf(description);
const operations = Object.entries(objectIn(description, "paths")).map(([path, item]) => ({
  path,
  operation: objectIn(item, "post"),
}));

/** A property in one line: type, format, item or target, and `!` where it is required. */
function lineOf(schema: JsonObject, name: string): string {
  const required = isArray(schema["required"]) && schema["required"].includes(name) ? "!" : "";
  return `${name}${required} ${kindOf(at(schema, "properties", name))}`;
}

function kindOf(schema: Json): string {
  if (!isObject(schema)) return "any";
  const { $ref, type, format, items, additionalProperties } = schema;
  if (typeof $ref === "string") return $ref.slice($ref.lastIndexOf("/") + 1);
  if (items !== undefined) return `${kindOf(items)}[]`;
  if (additionalProperties !== undefined) return `{${kindOf(additionalProperties)}}`;
  return [isArray(type) ? type.join("|") : type, format].filter((part) => part !== undefined).join(" ");
}

const linesOf = (component: string): readonly string[] => {
  const schema = objectIn(schemas, component);
  return Object.keys(objectIn(schema, "properties")).map((name) => lineOf(schema, name));
};

describe("operations", () => {
  test("have the agreed names at the documented paths", () => {
    expect(operations.map(({ path, operation }) => `${stringIn(operation, "operationId")} ${path}`)).toEqual([
      "batchRegisterAccountsAsync /async/accounts/batch",
      "batchRegisterAccounts /sync/accounts/batch",
    ]);
  });

  test("differ in nothing but their names", () => {
    const [first, second] = operations.map(({ operation }) =>
      ["requestBody", "responses", "x-bulk", "x-authorization"].map((key) => operation[key]),
    );
    expect(first).toEqual(second);
  });

  test("need the documented role and permissions", () => {
    for (const { operation } of operations)
      expect(operation["x-authorization"]).toEqual({ roles: ["Admin"], permissions: ["CanAccess", "CanAdd"] });
  });

  test("take and give the documented media types", () => {
    const mediaTypes = [
      "application/json",
      "text/jsonl",
      "text/csv",
      "application/xml",
      "text/jsv",
      "application/x-msgpack",
    ];
    expect(
      Object.keys(objectIn(description, "components", "requestBodies", "BatchRegisterAccounts", "content")),
    ).toEqual(mediaTypes);
    expect(Object.keys(objectIn(description, "components", "responses", "AccountsRegistered", "content"))).toEqual(
      mediaTypes,
    );
  });

  test("link results to accounts by index", () => {
    for (const { operation } of operations) {
      expect(operation["x-bulk"]).toMatchObject({
        request: "/accounts",
        response: "",
        match: { requestItem: "/index", responseItem: "/index" },
        failed: "/responseStatus/errorCode",
        errors: { list: "/responseStatus/errors", field: "fieldName", code: "errorCode", message: "message" },
      });
      expect(at(schemas, "Account", "properties", "index")).toBeDefined();
      expect(at(schemas, "AccountResponse", "properties", "index")).toBeDefined();
      expect(at(schemas, "ResponseStatus", "properties", "errorCode")).toBeDefined();
      expect(Object.keys(objectIn(schemas, "ResponseError", "properties"))).toEqual([
        "errorCode",
        "fieldName",
        "message",
        "meta",
      ]);
    }
  });
});

describe("schemas", () => {
  test("have the documented fields", () => {
    expect(linesOf("Account")).toHaveLength(39);
    expect(linesOf("BatchRegisterAccountsRequest")).toEqual(["accounts! Account[]"]);
    expect(linesOf("AccountResponse")).toEqual([
      "account Account",
      "index integer int64",
      "products! Product[]",
      "orders! Order[]",
      "responseStatus ResponseStatus",
    ]);
    expect(linesOf("Product")).toEqual([
      "id! integer int32",
      "index! integer int32",
      "name! string",
      "version! string",
      "description string",
      "tags! string[]",
    ]);
    expect(linesOf("Order")).toEqual([
      "id! integer int32",
      "productId! integer int32",
      "accountId! integer int32",
      "name! string",
      "serviceName string",
      "requestTimestamp string|null ms-date",
      "responseTimestamp string|null ms-date",
      "requestUri string",
      "requestHttpMethod string",
      "requestDuration string|null iso-duration",
      "responseStatusCode HttpStatusCode",
      "clientIPAddress string",
      "unitOfMeasurement string",
      "processType string",
      "dataType string",
      "dataName string",
      "creationDate string|null ms-date",
      "expiryDate string|null ms-date",
      "isTest boolean",
    ]);
    expect(linesOf("ResponseStatus")).toEqual([
      "errorCode string",
      "message string",
      "stackTrace string",
      "errors ResponseError[]",
      "meta {string}",
    ]);
    expect(linesOf("ResponseError")).toEqual([
      "errorCode string",
      "fieldName string",
      "message string",
      "meta {string}",
    ]);
  });

  test("know a user name once per batch", () => {
    expect(at(schemas, "BatchRegisterAccountsRequest", "properties", "accounts", "x-unique-by")).toEqual(["userName"]);
  });

  test("name 67 status codes, none twice", () => {
    const names = arrayIn(schemas, "HttpStatusCode", "enum");
    expect(names).toHaveLength(67);
    expect(new Set(names).size).toBe(67);
    expect(names[0]).toBe("Continue");
  });

  const account: JsonObject = {
    id: 1,
    index: 0,
    refId: 7,
    userName: "anna",
    profileUrl: "",
    roles: [],
    permissions: ["CanAccess"],
  };

  test.each<readonly [Json, boolean]>([
    [account, true],
    [{ ...account, userName: "" }, false],
    [{ ...account, refId: null }, false],
    [{ ...account, id: 2 ** 31 }, false],
    [{ ...account, birthDate: null }, true],
    [{ ...account, createdDate: null }, false],
    [{ ...account, createdDate: "/Date(1704067200000+0000)/" }, true],
    [{ ...account, createdDate: "2024-01-01T00:00:00Z" }, false],
    [{ ...account, meta: { a: "b" } }, true],
    [{ ...account, meta: { a: 1 } }, false],
    [{ ...account, roles: [1] }, false],
  ])("Account: %j is %s", (value, valid) => {
    expect(validators("Account")(value)).toBe(valid);
  });

  test.each(["id", "index", "refId", "userName", "profileUrl", "roles", "permissions"])("Account needs %s", (name) => {
    const rest = Object.fromEntries(Object.entries(account).filter(([key]) => key !== name));
    expect(validators("Account")(rest)).toBe(false);
  });
});

const seed = "../shared/seeds/pwc-async-accounts-batch.txt";

describe("against the documented text", () => {
  const found = existsSync(pathOf(seed));
  const text = found ? textOf(seed) : "";
  const request = JSON.parse(/^\{"accounts":.*\}$/m.exec(text)?.[0] ?? "null") as Json;
  const response = JSON.parse(/Content-Length: length (\[.*\])$/m.exec(text)?.[1] ?? "null") as Json;

  test.skipIf(!found)("its samples are valid", () => {
    const validateRequest = validators("BatchRegisterAccountsRequest");
    const validateResponse = validators("AccountResponseList");
    validateRequest(request);
    validateResponse(response);
    expect(validateRequest.errors).toBeNull();
    expect(validateResponse.errors).toBeNull();
  });

  test.skipIf(!found)("the fields have the order of its samples", () => {
    const keysOf = (value: Json, ...keys: readonly (string | number)[]): readonly string[] =>
      Object.keys(objectIn(value, ...keys));
    const described = (component: string): readonly string[] => keysOf(schemas, component, "properties");
    expect(described("Account")).toEqual(keysOf(request, "accounts", 0));
    expect(described("AccountResponse")).toEqual(keysOf(response, 0));
    expect(described("Product")).toEqual(keysOf(response, 0, "products", 0));
    expect(described("Order")).toEqual(keysOf(response, 0, "orders", 0));
    expect(described("ResponseStatus")).toEqual(keysOf(response, 0, "responseStatus"));
    expect(described("ResponseError")).toEqual(keysOf(response, 0, "responseStatus", "errors", 0));
  });

  test.skipIf(!found)("the fields of Account have its types and are required as its table says", () => {
    const kinds: Readonly<Record<string, string>> = {
      int: "integer int32",
      "int?": "integer int32",
      string: "string",
      "List<string>": "string[]",
      DateTime: "string ms-date",
      "DateTime?": "string|null ms-date",
      "Dictionary<string, string>": "{string}",
    };
    // The row of Email lacks its name, so the cells of that row are moved by one.
    const rows = text
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .map((cells) => (cells[0] === "form" ? ["Email", ...cells] : cells))
      .filter((cells) => cells[1] === "form" && cells[0] !== "Accounts");
    const expected = rows.map(([name = "", , type = "", required]) => {
      const wireName = name.charAt(0).toLowerCase() + name.slice(1);
      return `${wireName}${required === "Yes" ? "!" : ""} ${kinds[type] ?? type}`;
    });
    expect(linesOf("Account").map((line) => line.replace(" password", ""))).toEqual(expected);
  });
});
