import { existsSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { arrayIn, at, descriptionOf, isArray, isObject, objectIn, pathOf, stringIn, textOf } from "./description.js";
import type { Json, JsonObject } from "./description.js";
import { validatorsOf } from "./validator.js";

const description = descriptionOf("spec/pigello-accounts.yaml");
const users = "/accounts/users/organization/organizationuser/";
const list = objectIn(description, "paths", `${users}list/`, "get");
const parameters = arrayIn(list, "parameters").map((parameter) => objectIn(parameter));
const filters = parameters.filter((parameter) => "x-filter" in parameter);
const nameOf = (parameter: JsonObject): string => stringIn(parameter, "name");
const propertiesOf = (component: string): JsonObject =>
  objectIn(description, "components", "schemas", component, "properties");
const write = propertiesOf("OrganizationuserWrite");
const read = propertiesOf("OrganizationuserRead");

/** Type as the documentation prints it: `string,null`, `any` for an empty schema. */
function printedType(schema: Json): string {
  if (!isObject(schema)) return "any";
  const { type, anyOf } = schema;
  if (isArray(anyOf)) return anyOf.map(printedType).join(",");
  if ("$ref" in schema) return "object";
  return type === undefined ? "any" : isArray(type) ? type.join(",") : String(type);
}

const operators: Readonly<Record<string, readonly string[]>> = {
  range: ["gt", "gte", "in", "isnull", "lt", "lte"],
  text: ["contains", "endswith", "icontains", "iendswith", "iexact", "in", "isnull", "istartswith", "startswith"],
  exact: ["in", "isnull"],
};

/** The documented rule: numbers and dates have an order, strings are texts, everything else is only compared. */
function setOf(schema: JsonObject): string {
  const type = printedType(schema).split(",")[0];
  if (type === "integer") return "range";
  if (type !== "string") return "exact";
  const { format } = schema;
  return format === "date" || format === "date-time" ? "range" : format === "uuid" ? "exact" : "text";
}

/** Fields of the read body that can be filtered: no JSON arrays, no file, nothing without a type; in code point order. */
const filterable = Object.entries(read)
  .map(([name, schema]) => [name, objectIn(schema)] as const)
  .filter(
    ([name, schema]) =>
      !name.endsWith("_distribution_instruction") && name !== "profile_picture" && printedType(schema) !== "any",
  )
  .sort(([a], [b]) => (a < b ? -1 : 1));

describe("operations", () => {
  test("have the agreed names at the documented paths", () => {
    const found = Object.entries(objectIn(description, "paths")).flatMap(([path, item]) =>
      Object.entries(objectIn(item))
        .filter(([method]) => method !== "parameters")
        .map(([method, operation]) => `${stringIn(operation, "operationId")} ${method} ${path}`),
    );
    expect(found.sort()).toEqual([
      `bulkWriteOrganizationusers post ${users}list/`,
      `createOrganizationuser post ${users}`,
      `deleteOrganizationuser delete ${users}{pk}/`,
      `getOrganizationuser get ${users}{pk}/`,
      "inviteOrganizationuser post /accounts/users/auth/invite/organization/organizationuser/",
      `listOrganizationusers get ${users}list/`,
      `updateOrganizationuser patch ${users}{pk}/`,
    ]);
  });

  test("answer one success, 401, 403 and 429", () => {
    const statuses = Object.values(objectIn(description, "paths")).flatMap((item) =>
      Object.entries(objectIn(item))
        .filter(([method]) => method !== "parameters")
        .map(
          ([, operation]) =>
            `${stringIn(operation, "operationId")} ${Object.keys(objectIn(operation, "responses")).join(" ")}`,
        ),
    );
    expect(statuses.sort()).toEqual([
      "bulkWriteOrganizationusers 201 401 403 429",
      "createOrganizationuser 201 401 403 429",
      "deleteOrganizationuser 204 401 403 429",
      "getOrganizationuser 200 401 403 429",
      "inviteOrganizationuser 201 401 403 429",
      "listOrganizationusers 200 401 403 429",
      "updateOrganizationuser 200 401 403 429",
    ]);
  });

  test("need seven headers together", () => {
    const schemes = objectIn(description, "components", "securitySchemes");
    const requirements = arrayIn(description, "security");
    expect(requirements).toHaveLength(1);
    const required = Object.keys(objectIn(requirements, 0));
    expect(required).toEqual([
      "customer_id",
      "application_id",
      "service_id",
      "service_version_id",
      "client_ct",
      "client_object_id",
      "client_secret",
    ]);
    expect(
      required.map(
        (name) =>
          `${stringIn(schemes, name, "type")} ${stringIn(schemes, name, "in")} ${stringIn(schemes, name, "name")}`,
      ),
    ).toEqual([
      "apiKey header X-PIGELLO-CUSTOMER-ID",
      "apiKey header X-PIGELLO-APPLICATION-ID",
      "apiKey header X-PIGELLO-SERVICE-ID",
      "apiKey header X-PIGELLO-SERVICE-VERSION-ID",
      "apiKey header X-PIGELLO-CLIENT-CT",
      "apiKey header X-PIGELLO-CLIENT-ENTITY",
      "apiKey header X-PIGELLO-CLIENT-SECRET",
    ]);
    expect(Object.keys(schemes).sort()).toEqual([...required].sort());
  });

  test("are served from a template", () => {
    expect(at(description, "servers", 0, "url")).toBe("https://{environment}.pigello.io");
    expect(at(description, "servers", 0, "variables", "environment")).toMatchObject({
      enum: ["api", "dev.api"],
      default: "dev.api",
    });
  });
});

describe("filters", () => {
  test("come after twelve other parameters, which keep their order", () => {
    expect(parameters.slice(0, 12).map(nameOf)).toEqual([
      "_jsonl",
      "_order_by",
      "_page",
      "_page_size",
      "_search",
      "_slim",
      "_statistics",
      "customer_columns",
      "global_realestates",
      "global_segments",
      "tags",
      "work_engagements",
    ]);
    expect(parameters.slice(12)).toEqual(filters);
  });

  test("are the fields of the read body with the set that their type gives", () => {
    expect(filters).toHaveLength(29);
    expect(filters.map((filter) => `${nameOf(filter)} ${stringIn(filter, "x-filter")}`)).toEqual(
      filterable.map(([name, schema]) => `${name} ${setOf(schema)}`),
    );
  });

  test("take one value of the field, never null", () => {
    for (const filter of filters) {
      const field = objectIn(read, nameOf(filter));
      const type = printedType(field).split(",")[0];
      const related = type === "object" || type === "array";
      expect(at(filter, "schema"), nameOf(filter)).toEqual({
        type: related ? "string" : type,
        ...(related ? { format: "uuid" } : "format" in field ? { format: field["format"] } : {}),
        ...("enum" in field ? { enum: field["enum"] } : {}),
      });
    }
  });

  test("spell 376 names, with the other parameters 388", () => {
    expect(at(description, "x-filter-dialect", "sets")).toEqual(operators);
    const operatorOf = stringIn(description, "x-filter-dialect", "operator");
    const negationOf = stringIn(description, "x-filter-dialect", "negation");
    const names = filters.flatMap((filter) => {
      const field = nameOf(filter);
      const own = operators[stringIn(filter, "x-filter")] ?? [];
      const plain = [
        field,
        ...own.map((operator) => operatorOf.replace("{field}", field).replace("{operator}", operator)),
      ];
      return plain.flatMap((name) => [name, negationOf.replace("{parameter}", name)]);
    });
    expect(new Set(names).size).toBe(2 * (29 + 6 * 6 + 11 * 9 + 12 * 2));
    expect(new Set(names).size).toBe(376);
    expect(new Set([...names, ...parameters.slice(0, 12).map(nameOf)]).size).toBe(388);
    expect(names).toContain("created_at__gte");
    expect(names).toContain("created_at__gte!");
    expect(names).toContain("created_at!");
  });

  test("can be ordered by, up and down", () => {
    const values = arrayIn(parameters[1] ?? {}, "schema", "items", "enum");
    expect(values).toHaveLength(58);
    expect(values).toEqual(filters.map(nameOf).flatMap((name) => [name, `-${name}`]));
  });

  test("need page and page size together", () => {
    expect(at(list, "x-query-rules", "dependentRequired")).toEqual({ _page: ["_page_size"], _page_size: ["_page"] });
    expect(at(parameters[2] ?? {}, "schema")).toEqual({ type: "integer", format: "int32", minimum: 1 });
    expect(at(parameters[3] ?? {}, "schema")).toEqual({ type: "integer", format: "int32" });
  });
});

describe("schemas", () => {
  const validators = validatorsOf(description);
  const validateWrite = validators("OrganizationuserWrite");
  const validateRead = validators("OrganizationuserRead");

  test("have 25 fields to write and 38 to read", () => {
    expect(Object.keys(write)).toHaveLength(25);
    expect(Object.keys(read)).toHaveLength(38);
    expect(at(description, "components", "schemas", "OrganizationuserWrite", "required")).toEqual(["detail_access"]);
    expect(at(description, "components", "schemas", "OrganizationuserRead", "required")).toEqual([
      "detail_access",
      "id",
    ]);
  });

  test("have the documented formats and limits", () => {
    const limits = Object.entries(read).flatMap(([name, schema]) => {
      const { format, minLength, maxLength, pattern } = objectIn(schema);
      const said = [
        format,
        minLength !== undefined || maxLength !== undefined ? `${minLength ?? ""}..${maxLength ?? ""}` : undefined,
        pattern,
      ];
      const parts = said.filter((part) => part !== undefined);
      return parts.length > 0 ? [`${name} ${parts.join(" ")}`] : [];
    });
    expect(limits).toEqual([
      "custom_id ..128",
      "birth_date date",
      "email email ..254",
      "org_no luhn 10..11",
      "last_name ..255",
      "last_login date-time",
      "fmi 17..20",
      "detail_access int32",
      "active_to date-time",
      "username 8..",
      "first_name ..255",
      "phone_number ..36 ^\\+?1?\\d{7,15}$",
      "id uuid",
      "hotp_invite_sendout_time date-time",
      "ssn luhn 12..13",
      "corporate_name ..255",
      "created_at date-time",
      "anonymization_name ..255",
    ]);
    expect(write["detail_access"]).toMatchObject({ minimum: -(2 ** 31), maximum: 2 ** 31 - 1, enum: [0, 1, 2] });
  });

  test("have the documented shape of a file", () => {
    const file = propertiesOf("FileUpload");
    expect(Object.keys(file)).toEqual(["name", "md5_hash", "get", "post"]);
    expect(file["get"]).toEqual({ type: "string", format: "url" });
    expect(Object.keys(objectIn(file, "post", "properties"))).toEqual(["url", "fields"]);
  });

  test("describe a field to write as the same field to read", () => {
    for (const [name, schema] of Object.entries(write)) expect(read[name], name).toEqual(schema);
  });

  test("mark what is read-only and what is unique", () => {
    const marked = (keyword: string): readonly string[] =>
      Object.entries(read)
        .filter(([, schema]) => objectIn(schema)[keyword] === true)
        .map(([name]) => name);
    expect(marked("readOnly")).toEqual(["tags", "customer_columns", "id", "created_at"]);
    expect(marked("x-unique")).toEqual(["username", "id"]);
  });

  test.each<readonly [Json, boolean]>([
    [{ detail_access: 0, first_name: "Åsa" }, true],
    [{ detail_access: 0, last_name: "Berg", first_name: null }, true],
    [{ detail_access: 0, corporate_name: "" }, true],
    [{ detail_access: 0 }, false],
    [{ detail_access: 0, first_name: null }, false],
    [{ detail_access: 0, first_name: null, last_name: null, corporate_name: null }, false],
    [{ first_name: "Åsa" }, false],
    [{ detail_access: 3, first_name: "Åsa" }, false],
    [{ detail_access: 0, first_name: "Å".repeat(255) }, true],
    [{ detail_access: 0, first_name: "Å".repeat(256) }, false],
    [{ detail_access: 0, first_name: "Åsa", phone_number: "+46701234567" }, true],
    [{ detail_access: 0, first_name: "Åsa", phone_number: "070-123 45 67" }, false],
    [{ detail_access: 0, first_name: "Åsa", fmi: "1".repeat(16) }, false],
    [{ detail_access: 0, first_name: "Åsa", is_active: null }, false],
    [{ detail_access: 0, first_name: "Åsa", external_clients: [{ id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" }] }, true],
    [{ detail_access: 0, first_name: "Åsa", external_clients: null }, false],
    [
      { detail_access: 0, first_name: "Åsa", role: null, organization: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } },
      true,
    ],
    [{ detail_access: 0, first_name: "Åsa", organization: { id: "1" } }, false],
    [{ detail_access: 0, first_name: "Åsa", invoice_distribution_instruction: [null] }, true],
    [
      { detail_access: 0, first_name: "Åsa", profile_picture: { name: "a.png", md5_hash: "1B2M2Y8AsgTpgAmY7PhCfg==" } },
      true,
    ],
  ])("OrganizationuserWrite: %j is %s", (value, valid) => {
    expect(validateWrite(value)).toBe(valid);
  });

  test("leave the rule of the names to what is written", () => {
    expect(validateRead({ detail_access: 0, id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" })).toBe(true);
    expect(validateRead({ detail_access: 0 })).toBe(false);
  });
});

const bulkSeed = pathOf("../shared/seeds/pigello-bulk-write-organizationuser.txt");
const listSeed = pathOf("../shared/seeds/pigello-list-and-invite-organizationuser.txt");

describe("against the documented text of the bulk write", () => {
  const found = existsSync(bulkSeed);
  const [request = "", response = ""] = found
    ? textOf(`../shared/seeds/pigello-bulk-write-organizationuser.txt`).split("## Response 201")
    : [];
  const fieldsOf = (text: string): readonly (readonly [string, string])[] =>
    [...text.matchAll(/- `(\w+)` \((\S+?)(?:, required)?\)/g)].map((match) => [match[1] ?? "", match[2] ?? ""]);
  const printed = (properties: JsonObject): readonly (readonly [string, string])[] =>
    Object.entries(properties).map(([name, schema]) => [name, printedType(schema)]);

  test.skipIf(!found)("the fields to write have its order and types", () => {
    expect(printed(write)).toEqual(fieldsOf(request));
  });

  test.skipIf(!found)("the fields to read have its types", () => {
    expect(new Map(printed(read))).toEqual(new Map(fieldsOf(response)));
  });

  test.skipIf(!found)("the three sentences of the rule stand on their fields", () => {
    const sentences = [...request.matchAll(/- `(\w+)` \([^)]*\) Additional Validation Information: (.*?)(?= - `|$)/g)];
    expect(sentences).toHaveLength(3);
    for (const [, name = "", sentence = ""] of sentences) {
      expect(stringIn(write, name, "description")).toBe(sentence.trim());
      expect(stringIn(read, name, "description")).toBe(sentence.trim());
    }
  });
});

describe("against the documented text of the list", () => {
  const found = existsSync(listSeed);
  const text = found ? textOf("../shared/seeds/pigello-list-and-invite-organizationuser.txt") : "";
  const sample = /\[ (\{ "mfa_has_totp".*\}) \]/.exec(text)?.[1] ?? "{}";
  const item = objectIn(JSON.parse(sample.replaceAll("[ … ]", "[]").replaceAll("{ … }", "{}")) as Json);

  test.skipIf(!found)("the 29 filters have its blocks of operators, each negatable", () => {
    const blocks = text.split("Filter can be negated").slice(1);
    const lines = blocks.map((block) => [...block.matchAll(/^Operator: (\w+), Supports negation \(via !\): (\w+)$/gm)]);
    expect(lines.map((each) => each.map((match) => match[1]))).toEqual(
      filters.map((filter) => operators[stringIn(filter, "x-filter")]),
    );
    expect(new Set(lines.flat().map((match) => match[2]))).toEqual(new Set(["True"]));
  });

  test.skipIf(!found)("the fields to read have the order of its sample", () => {
    expect(Object.keys(read)).toEqual(Object.keys(item));
  });

  test.skipIf(!found)("its sample is valid but for the placeholder of the phone number", () => {
    const validate = validatorsOf(description)("OrganizationuserRead");
    validate(item);
    expect(validate.errors?.map((error) => `${error.instancePath} ${error.keyword}`)).toEqual([
      "/phone_number pattern",
    ]);
    expect(validate({ ...item, phone_number: "0701234567" })).toBe(true);
  });

  test.skipIf(!found)("its sample request names described parameters and headers", () => {
    const query = new URL(/'(https:[^']+\?[^']+)'/.exec(text)?.[1] ?? "").searchParams;
    expect([...query.keys()]).toEqual(parameters.slice(0, 7).map(nameOf));
    const headers = new Set([...text.matchAll(/-H '(X-[A-Z-]+):/g)].map((match) => match[1] ?? ""));
    const schemes = Object.values(objectIn(description, "components", "securitySchemes"));
    expect([...headers].sort()).toEqual(schemes.map((scheme) => stringIn(scheme, "name")).sort());
  });
});
