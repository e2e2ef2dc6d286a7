import { afterEach, describe, expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { listOrganizationusers, paginateOrganizationusers, streamOrganizationusers } from "../../generated/pigello-accounts/src/client/list-organizationusers.js";
import type { BrokenLine } from "../../generated/pigello-accounts/src/runtime/client/stream-lines.js";
import { type PigelloServer, type PigelloServerOptions, startPigelloServer } from "../server/pigello-server.js";
import { credentials } from "./support/credentials.js";

let servers: PigelloServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const started = async (options: PigelloServerOptions = {}) => {
  const server = await startPigelloServer(options);
  servers.push(server);
  return { server, client: createClient({ baseUrl: server.url, credentials, retry: { delay: 1 } }) };
};

const all = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

describe("pages", () => {
  test.each([["empty"], ["not-found"]] as const)("all of them, whatever is behind the last (%s)", async (pages) => {
    const { server, client } = await started({ seed: 300, pages });
    const found = await all(paginateOrganizationusers(client, { pageSize: 100, order_by: ["created_at"] }));
    expect(ids(found)).toEqual(ids(await listOrganizationusers(client, { order_by: ["created_at"] })));
    expect(server.requests.filter(({ url }) => url.includes("_page=")).length).toBe(4);
  });

  test("the filters go with every page, and a short page is the last", async () => {
    const { server, client } = await started();
    const where = { is_active: true, last_name: { not: { isnull: true } } };
    const progress: number[] = [];
    const found = await all(paginateOrganizationusers(client, { where, pageSize: 7, onProgress: ({ done }) => progress.push(done) }));
    expect(ids(found).toSorted()).toEqual(ids(await listOrganizationusers(client, { where })).toSorted());
    expect(progress.at(-1)).toBe(found.length);
    const pages = server.requests.slice(0, -1).map(({ url }) => new URL(url, server.url).searchParams);
    expect(pages.length).toBe(Math.floor(found.length / 7) + 1);
    for (const [index, query] of pages.entries()) {
      expect(query.get("is_active")).toBe("true");
      expect(query.get("last_name__isnull!")).toBe("true");
      expect(query.get("_page")).toBe(String(index + 1));
    }
  });

  test.each([["ignored"], ["repeat-last"]] as const)("a server that repeats pages (%s) is no endless loop", async (pages) => {
    const { client } = await started({ seed: 300, pages });
    await expect(all(paginateOrganizationusers(client, { pageSize: 100 }))).rejects.toThrow(/the server does not turn pages/);
  });

  test("no page is asked for before it is needed", async () => {
    const { server, client } = await started();
    for await (const item of paginateOrganizationusers(client, { pageSize: 10 })) if (item.id !== "") break;
    expect(server.requests).toHaveLength(1);
    for await (const page of paginateOrganizationusers(client, { pageSize: 10 }).pages()) {
      expect(page).toHaveLength(10);
      break;
    }
    expect(server.requests).toHaveLength(2);
  });
});

describe("JSON Lines", () => {
  test("all items, valid ones", async () => {
    const { server, client } = await started();
    const found = await all(streamOrganizationusers(client, { where: { is_active: true }, validate: "strict" }));
    expect(ids(found).toSorted()).toEqual(ids(await listOrganizationusers(client, { where: { is_active: true } })).toSorted());
    expect(new URL(server.requests[0]?.url ?? "", server.url).searchParams.get("_jsonl")).toBe("true");
  });

  test("an early end cancels the request", async () => {
    const { server, client } = await started({ seed: 20_000, keepTexts: true });
    let count = 0;
    for await (const item of streamOrganizationusers(client)) if (item.id !== "" && ++count === 10) break;
    await server.when(({ activeRequests }) => activeRequests === 0);
    expect(server.traffic().linesWritten).toBeLessThan(20_000);
  });

  test("the caller's signal ends it", async () => {
    const { client } = await started({ seed: 20_000, keepTexts: true });
    const controller = new AbortController();
    const going = (async () => {
      for await (const item of streamOrganizationusers(client, { signal: controller.signal })) if (item.id !== "") controller.abort("enough");
    })();
    await expect(going).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  });

  test("a broken line is told with its number, and loses nothing else", async () => {
    const { server, client } = await started();
    const total = (await listOrganizationusers(client)).length;
    server.faults.next({ kind: "brokenLine", line: 5 }, 2);
    const broken: BrokenLine[] = [];
    const found = await all(streamOrganizationusers(client, { onBrokenLine: (one) => broken.push(one) }));
    expect(found.length).toBe(total - 1);
    expect(broken).toMatchObject([{ line: 5, index: 4, issues: [{ code: "json" }] }]);
    const seen: string[] = [];
    await expect(
      (async () => {
        for await (const { id } of streamOrganizationusers(client)) seen.push(id);
      })(),
    ).rejects.toMatchObject({ name: "ValidationError", issues: [{ code: "json", path: [4], message: "line 5: is not valid JSON" }] });
    expect(seen.length).toBe(total - 1);
  });

  test("an answer that breaks off is an error", async () => {
    const { server, client } = await started();
    server.faults.next({ kind: "half" });
    await expect(all(streamOrganizationusers(client))).rejects.toMatchObject({ name: "NetworkError" });
  });

  test("an array in place of lines, and an error before the first", async () => {
    const { server, client } = await started();
    const users = await listOrganizationusers(client, { page: 1, pageSize: 3 });
    server.faults.next({ status: 200, body: JSON.stringify(users, undefined, 2), contentType: "application/json" });
    expect(await all(streamOrganizationusers(client))).toEqual(users);
    server.faults.next({ status: 200, body: JSON.stringify(users), contentType: "application/x-ndjson" });
    expect(await all(streamOrganizationusers(client))).toEqual(users);
    server.faults.next({ status: 403 });
    await expect(all(streamOrganizationusers(client))).rejects.toMatchObject({ name: "ApiError", status: 403 });
  });
});
