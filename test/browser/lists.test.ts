import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { credentials } from "../client/support/credentials.js";
import { filterCases } from "../client/support/filter-cases.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { describeInChromium } from "./support/describe-in-chromium.js";
import { type OpenPage, openPage } from "./support/open-page.js";

describeInChromium("lists in Chromium", (executable) => {
  let server: PigelloServer;
  let open: OpenPage<typeof import("./page/lists-page.js")>;
  const at = () => ({ baseUrl: server.url, credentials, retry: { delay: 1 } });
  const idsBySql = (rest: string, params: readonly (string | number)[] = []) => server.sql(`SELECT u.id FROM organizationuser u ${rest}`, [...params]).map(({ id }) => id);

  beforeAll(async () => {
    server = await startPigelloServer({ cors: true, keepTexts: true });
    open = await openPage(executable, "lists-page.ts");
  });
  afterAll(async () => {
    await open.close();
    await server.close();
  });
  beforeEach(() => {
    server.faults.clear();
    server.forgetRequests();
  });
  afterEach(async () => expect(await open.errors()).toEqual([]));

  test("the page runs on another origin than the API, in a browser", async () => {
    expect(new URL(open.page.url()).origin).not.toBe(server.url);
    await open.run("list", at(), { page: 1, pageSize: 1 });
    expect(server.requests[0]?.headers).toMatchObject({ origin: new URL(open.page.url()).origin, "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" });
  });

  test("each filter, plain and negated, gives the rows that SQL gives", async () => {
    const cases = filterCases(server);
    const lists = await open.run("listEach", at(), cases.map(({ where }) => where));
    const found = cases.map(({ name }, index) => [name, lists[index]?.toSorted()]);
    expect(found).toEqual(cases.map(({ name, sql, params }) => [name, idsBySql(`WHERE ${sql} ORDER BY u.id`, params)]));
    expect(cases.filter(({ name }) => name.endsWith("!"))).toHaveLength(188);
  });

  test("page after page", async () => {
    expect(await open.run("paginate", at(), 70)).toEqual({ value: idsBySql("ORDER BY u.created_at") });
    expect(server.requests).toHaveLength(5);
  });

  test("JSON Lines, valid ones", async () => {
    const { value } = await open.run("stream", at()) as { readonly value: readonly string[] };
    expect(value.toSorted()).toEqual(idsBySql("ORDER BY u.id"));
    expect(server.requests[0]?.url).toContain("_jsonl=true");
  });

  test("leaving the loop of a stream cancels the request", async () => {
    const large = await startPigelloServer({ cors: true, seed: 20_000, keepTexts: true });
    try {
      expect(await open.run("stream", { ...at(), baseUrl: large.url }, 10)).toMatchObject({ value: { length: 10 } });
      await large.when(({ activeRequests }) => activeRequests === 0);
      expect(large.traffic().brokenAnswers).toBe(1);
      expect(large.traffic().linesWritten).toBeLessThan(20_000);
    } finally {
      await large.close();
    }
  });

  test("a broken line is told with its number, and loses nothing else", async () => {
    server.faults.next({ kind: "brokenLine", line: 5 }, 2);
    const { ids, broken } = await open.run("streamBroken", at());
    expect(ids).toHaveLength(299);
    expect(broken).toMatchObject([{ line: 5, index: 4, issues: [{ code: "json" }] }]);
    expect(await open.run("stream", at())).toMatchObject({ error: { name: "ValidationError", issues: [{ code: "json", path: [4], message: "line 5: is not valid JSON" }] } });
  });

  test("an answer that breaks off is an error", async () => {
    server.faults.next({ kind: "half" });
    expect(await open.run("stream", at())).toMatchObject({ error: { name: "NetworkError" } });
  });

  test("a 429 is tried again, when its Retry-After allows", async () => {
    server.faults.next({ status: 429, retryAfter: "0" });
    expect(await open.run("list", at(), { page: 1, pageSize: 3 })).toMatchObject({ value: { length: 3 } });
    expect(server.requests.map(({ answer }) => answer.status)).toEqual([429, 200]);
    server.forgetRequests();
    // an hour is more than all attempts may take, so there is no other one
    server.faults.next({ status: 429, retryAfter: "3600" });
    expect(await open.run("list", { ...at(), deadline: 60_000 }, {})).toMatchObject({ error: { name: "ApiError", status: 429 } });
    expect(server.requests).toHaveLength(1);
  });

  test.each(["same", "other"] as const)("a redirect (%s origin) is refused, since a page is not told where it leads", async (to) => {
    server.faults.next({ kind: "redirect", status: 307, to });
    const message = "listOrganizationusers: the server redirects, and the platform does not tell where to";
    expect(await open.run("list", { ...at(), retry: false }, {})).toMatchObject({ error: { name: "NetworkError", message } });
    expect(server.requests).toHaveLength(1);
    expect(server.other.requests).toEqual([]);
  });

  test("errors tell no secret, not even one that the server repeats", async () => {
    const errorOf = async (options: object) => (await open.run("list", { ...at(), retry: false }, options)).error;
    const body = JSON.stringify({ detail: `${credentials.clientSecret} is not welcome` });
    for (const fault of [{ status: 403, body }, { kind: "half" }, { kind: "invalidJson" }] as const) server.faults.next(fault);
    const errors = [await errorOf({}), await errorOf({}), await errorOf({}), await errorOf({ where: { id: "not-a-uuid" } })];
    // the browser itself opens another connection after the first reset
    server.faults.choose(() => ({ kind: "reset" }));
    errors.push(await errorOf({}));
    expect(errors.map((error) => error?.name)).toEqual(["ApiError", "NetworkError", "NetworkError", "ValidationError", "NetworkError"]);
    for (const secret of Object.values(credentials)) expect(JSON.stringify(errors)).not.toContain(secret);
    expect(errors[0]?.printed).toContain("[secret] is not welcome");
  });
});
