import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../../generated/pigello-accounts/src/client.js";
import { listOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { credentials } from "../support/credentials.js";
import { type ExpandedDescription, expandedDescription, queryNamesOf } from "./expanded-description.js";
import { filterRequests } from "./filter-requests.js";
import { type RequestValidator, startRequestValidator } from "./request-validator.js";

let server: PigelloServer;
let description: ExpandedDescription;
let validator: RequestValidator;
const client = () => createClient({ baseUrl: server.url, credentials, retry: false });

beforeAll(async () => {
  server = await startPigelloServer();
  description = await expandedDescription("pigello-accounts.yaml");
  validator = await startRequestValidator(description);
});
afterAll(async () => {
  await server.close();
  await validator.close();
});

/** The query of the one request that the call sent, as the validator reads it. */
const readBack = async (options: Parameters<typeof listOrganizationusers>[1]): Promise<Readonly<Record<string, unknown>>> => {
  server.forgetRequests();
  await listOrganizationusers(client(), options);
  expect(server.requests).toHaveLength(1);
  const { problems, operation, query } = await validator.judge(server.requests[0]!);
  expect({ problems, operation }).toEqual({ problems: [], operation: "listOrganizationusers" });
  return query;
};

const others = ["_jsonl", "_order_by", "_page", "_page_size", "_search", "_slim", "_statistics", "customer_columns", "global_realestates", "global_segments", "tags", "work_engagements"];

test("the description names every one of the 376 filters and the 12 other parameters, and each is sent as it says", async () => {
  const requests = filterRequests(server);
  const filters = queryNamesOf(description, "listOrganizationusers").filter((name) => !others.includes(name));
  expect(requests.map(({ name }) => name).toSorted()).toEqual(filters.toSorted());
  expect(requests).toHaveLength(376);
  for (const { name, where, operand } of requests) expect(await readBack({ where }), name).toEqual({ [name]: operand });
});

test("all filters in one query, flat", async () => {
  const query = Object.fromEntries(filterRequests(server).map(({ name, operand }) => [name, operand]));
  expect(await readBack({ query })).toEqual(query);
});

describe("texts", () => {
  const texts = ["Åsa Öberg", "日本 😀", "a,b", "a+b", "100 %", "a#b", "a&b=c", "%2C%21", "a;b", "a/b?c", "[a]", "\"<>\\^`{|}", " a ", "a\tb", "null", "true", "1", "~-._", "$:@", "it's"];

  test.each(texts)("%j", async (text) => {
    expect(await readBack({ where: { first_name: text, last_name: { not: { icontains: text } } } })).toEqual({ first_name: text, "last_name__icontains!": text });
    expect(await readBack({ query: { _search: text, custom_id: text } })).toEqual({ _search: text, custom_id: text });
  });

  // encodeURIComponent leaves these, and a parameter without allowReserved must not (OpenAPI 3.1 §4.8.12.2.1)
  test.each(["a!", "(a)", "a*"])("%j", async (text) => {
    expect(await readBack({ where: { first_name: text } })).toEqual({ first_name: text });
  });

  test("a reserved character in a parameter that is JSON", async () => {
    expect(await readBack({ query: { tags: [{ id: "a!" }] } })).toEqual({ tags: [{ id: "a!" }] });
  });

  test("several of them in a list", async () => {
    // a comma in an item, and what looks like an encoded one, is escaped once more (templates/filters/list-text.ts)
    const list = texts.filter((text) => !/,|%2C/.test(text));
    expect(await readBack({ where: { first_name: { in: list, not: { in: list } } } })).toEqual({ first_name__in: list, "first_name__in!": list });
  });
});

test("the other parameters", async () => {
  const objects = [{ id: "å,b&=#%+", n: 1 }, {}];
  const query = { _slim: true, _statistics: false, _search: "x", customer_columns: objects, global_realestates: objects, global_segments: [], tags: objects, work_engagements: objects };
  const order_by = ["-created_at", "last_name"] as const;
  const read = await readBack({ query, order_by, page: 2, pageSize: 7 });
  expect(read).toEqual({ ...query, _order_by: order_by, _page: 2, _page_size: 7 });
  expect([...Object.keys(read), "_jsonl"].toSorted()).toEqual(others);
});
