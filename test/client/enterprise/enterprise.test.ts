import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnsweringServer, startAnsweringServer } from "../../support/answering-server.js";
import { type DescribedPackage, describedPackage } from "../../support/described-package.js";
import { validatorOf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

let made: DescribedPackage;
let server: AnsweringServer;
let client: unknown;

const credentials = { jsessionid: "abc", csrf: "t" };

beforeAll(async () => {
  [made, server] = await Promise.all([describedPackage({ input, name: "enterprise" }), startAnsweringServer()]);
  client = made.call("createClient", { baseUrl: server.baseUrl, credentials, retry: false });
});
afterAll(async () => {
  made.clear();
  await server.close();
});

test("what is ignored or renamed is told, and nothing else", () => {
  expect(made.diagnostics).toMatchInlineSnapshot(`
    [
      "warning name-collision the name ErrorDTO is taken, so this becomes ErrorDTO2",
    ]
  `);
});

const verdict = (type: string, value: unknown): readonly string[] | "fine" =>
  validatorOf(made.exported, type).validate(value).issues?.map(({ code, path }) => `/${path.join("/")} ${code}`) ?? "fine";

const person = { "@type": "PERSON", lastName: "Berg" };

describe("schemas of OpenAPI 3.0", () => {
  test.each([
    [{ region: "NORTH" }, "fine"],
    [{ region: null }, ["/region type"]],
    [{ anyRegion: "NORTH" }, "fine"],
    [{ anyRegion: null, eitherRegion: null, bothParts: null }, "fine"],
    [{ listed: null }, "fine"],
    [{ listed: "c" }, ["/listed enum"]],
    [{ anyRegion: "EAST" }, ["/anyRegion enum"]],
    [{ eitherRegion: "NORTH" }, ["/eitherRegion oneOf"]],
    [{ bothParts: { id: 1, since: null } }, "fine"],
    [{ bothParts: { id: "1", since: true } }, ["/bothParts/id type", "/bothParts/since anyOf"]],
    [{ nullableRegion: null, level: null }, "fine"],
    [{ strictLevel: null }, ["/strictLevel enum"]],
    [{ department: { title: "IT", head: { id: 1, department: { title: "IT", staff: [{ id: 2, boss: { id: "3" } }] } } } }, ["/department/head/department/staff/0/boss/id type"]],
    [{ party: { "@type": "ORG", legalName: "AB", members: [person, { "@type": "ORG", legalName: "C" }] } }, "fine"],
    [{ party: { "@type": "ORG", lastName: "Berg" } }, ["/party/legalName required"]],
    [{ party: { "@type": "NONE" } }, ["/party/@type discriminator"]],
  ])("%j", (more, expected) => {
    expect(verdict("Customer", { name: "n", party: person, ...more })).toEqual(expected);
  });

  test("thousands of values", () => {
    expect([verdict("Code", "C2499"), verdict("Code", "C2500")]).toEqual(["fine", ["/ enum"]]);
  });

  test("rules stand beside null", () => {
    expect([verdict("Reachable", null), verdict("Reachable", { mail: "m" }), verdict("Reachable", {})]).toEqual(["fine", "fine", ["/ atLeastOne"]]);
  });

  test("names that differ by case only", () => {
    const files = made.files.map(({ path }) => path.toLowerCase());
    expect(new Set(files).size).toBe(files.length);
    expect(Object.keys(made.exported).filter((name) => /^is.*errordto/i.test(name)).sort()).toMatchInlineSnapshot(`
      [
        "isERRORDTO",
        "isErrorDTO",
        "isErrorDTO2",
      ]
    `);
  });
});

test("answers of any media type are JSON, whatever their status", async () => {
  const customer = { name: "n", party: person };
  server.answer({ status: 203, headers: { "content-type": "application/json;charset=UTF-8" }, body: JSON.stringify(customer) });
  expect(await made.call("getCustomerUsingGET1", client, { customerId: 12, "X-Trace-Id": "0190163d-8694-739b-aea5-966c26f8ad91", validate: "strict" })).toEqual(customer);
  expect(server.received()).toMatchObject([{ url: "/customers/12", headers: { cookie: "JSESSIONID=abc", "x-csrf-token": "t", "x-trace-id": "0190163d-8694-739b-aea5-966c26f8ad91" } }]);
  server.answer({ status: 418, headers: { "content-type": "application/json" }, body: '{"code":1}' });
  await expect(made.call("getCustomerUsingGET1", client, { customerId: 12 })).rejects.toMatchObject({ name: "ApiError", status: 418, body: { code: 1 } });
});

test("a credential is one cookie", async () => {
  server.received();
  const other = made.call("createClient", { baseUrl: server.baseUrl, credentials: { ...credentials, jsessionid: "abc; admin=1" } });
  await expect(made.call("getCustomerUsingGET1", other, { customerId: 12, "X-Trace-Id": "0190163d-8694-739b-aea5-966c26f8ad91" })).rejects.toThrow("the credential jsessionid has a semicolon");
  expect(server.received()).toEqual([]);
});

test("the servers have variables", async () => {
  const sent: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    sent.push(url);
    return new Response("up", { headers: { "content-type": "text/plain" } });
  };
  for (const options of [{}, { tenant: "b", basePath: "v1" }, { environment: "test-system" }])
    expect(await made.call("statusOperation" in made.exported ? "statusOperation" : "status", made.call("createClient", { fetch, credentials, ...options }))).toBe("up");
  expect(sent).toEqual(["https://acme.erp.example/v2/status", "https://b.erp.example/v1/status", "https://test.erp.example:8443/api/status"]);
});

const usage = `
import { ApiError, createClient, customerUpdateCustomer, type Customer, type CustomerUpdateCustomerCustomerChangedCallback, getCustomerUsingGET1, listCodes, type PageCustomer, type Code, type Reachable } from "./index.js";
const client = createClient({ credentials: { jsessionid: "a", csrf: "b" }, environment: "production", tenant: "x", basePath: "v1" });
export const run = async (): Promise<number> => {
  const customer: Customer = await getCustomerUsingGET1(client, { customerId: 1, "Accept-Language": "sv" });
  const code: Code | undefined = (await listCodes(client, { query: { code: "C0001" } }))[0];
  const party = customer.party;
  const name: string = "lastName" in party ? party.lastName : party.legalName;
  const region: "NORTH" | "SOUTH" | undefined = customer.region;
  const anyRegion: "NORTH" | "SOUTH" | null | undefined = customer.anyRegion;
  const listed: "a" | "b" | null | undefined = customer.listed;
  // @ts-expect-error TS2322: none of mail and phone
  const reachable: Reachable = {};
  const mail: readonly Reachable[] = [{ mail: "m" }, null];
  const since: string | number | null | undefined = customer.bothParts?.since;
  const boss2: number | undefined = customer.bothParts?.department?.head?.id;
  void [anyRegion, listed, reachable, mail, since, boss2, customer.eitherRegion === null];
  const level: "gold" | "silver" | null | undefined = customer.level;
  const boss: number | undefined = customer.department?.head?.boss?.id;
  const changed: CustomerUpdateCustomerCustomerChangedCallback = customer;
  const page: PageCustomer = { content: [customer] };
  await customerUpdateCustomer(client, { customerId: "1", body: { name, party: { "@type": "PERSON", lastName: "x" } } });
  await customerUpdateCustomer(client, { customerId: "1", body: "<customer/>", contentType: "application/xml" });
  const result = await customerUpdateCustomer.safe(client, { customerId: "1", body: changed });
  if (!result.ok && result.error instanceof ApiError) return result.error.body?.code ?? 0;
  const location: string | null | false = result.ok && result.headers.get("Location");
  void [code, region, level, page, location];
  return boss ?? 0;
};
`;

test("a program compiles", () => {
  expect(made.compile(usage)).toEqual([]);
});
