import { getEventListeners } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bulkWriteOrganizationusers } from "../../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { paginateOrganizationusers, streamOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { rows } from "../support/bulk-rows.js";
import { clientsOf } from "./operations.js";

let server: PigelloServer;
beforeAll(async () => {
  server = await startPigelloServer({ seed: 30, unique: [] });
});
afterAll(async () => server.close());
beforeEach(() => {
  server.forgetRequests();
  server.faults.clear();
});

const reason = { why: "enough" };
const client = () => clientsOf(server.url).pigello;

type Start = (signal: AbortSignal) => AsyncIterator<unknown>;

/** Everything that gives one thing after the other. */
const sources: Readonly<Record<string, Start>> = {
  pages: (signal) => paginateOrganizationusers(client(), { signal, pageSize: 5 }).pages(),
  "the items of pages": (signal) => paginateOrganizationusers(client(), { signal, pageSize: 5 })[Symbol.asyncIterator](),
  lines: (signal) => streamOrganizationusers(client(), { signal }),
  "results of a bulk write": (signal) => bulkWriteOrganizationusers.stream(client(), rows(12), { signal, chunkSize: 5, concurrency: 1 }),
};

/** What is given until it ends. */
const drained = async (iterator: AsyncIterator<unknown>): Promise<number> => {
  for (let count = 0; ; count++) if ((await iterator.next()).done === true) return count;
};

const nothingLeft = async (signal: AbortSignal): Promise<void> => {
  await server.when(({ activeRequests }) => activeRequests === 0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
};

describe.each(Object.entries(sources))("%s", (_, start) => {
  test("ended by the signal between two of them", async () => {
    const controller = new AbortController();
    const iterator = start(controller.signal);
    expect((await iterator.next()).done).toBe(false);
    const before = server.requests.length;
    controller.abort(reason);
    await expect(drained(iterator)).rejects.toMatchObject({ name: "AbortError", cause: reason });
    expect(server.requests.length).toBeLessThanOrEqual(before + 1);
    await nothingLeft(controller.signal);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test("ended by the signal while the rest is on its way", async () => {
    const controller = new AbortController();
    // half of the only answer, or nothing of the second
    server.faults.choose(({ url }) => {
      if (url.includes("_jsonl")) return { kind: "stall" };
      return server.requests.length > 1 ? { kind: "hang" } : undefined;
    });
    const iterator = start(controller.signal);
    expect((await iterator.next()).done).toBe(false);
    const going = drained(iterator).catch((error: unknown) => error);
    await server.when(({ activeRequests }) => activeRequests === 1);
    controller.abort(reason);
    expect(await going).toMatchObject({ name: "AbortError", cause: reason });
    await nothingLeft(controller.signal);
  });

  test("left early", async () => {
    const { signal } = new AbortController();
    const iterator = start(signal);
    await iterator.next();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    await nothingLeft(signal);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  test("never begun: nothing is sent", async () => {
    const { signal } = new AbortController();
    await start(signal).return?.();
    expect(server.requests).toEqual([]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("read to its end", async () => {
    const { signal } = new AbortController();
    expect(await drained(start(signal))).toBeGreaterThan(0);
    await nothingLeft(signal);
  });
});

test("a page that fails is tried again, and the pages before it are not", async () => {
  server.faults.choose(({ url }) => (url.includes("_page=2") && server.requests.length === 2 ? { status: 503 } : undefined));
  const pages = server.rows().length / 10;
  expect(await drained(paginateOrganizationusers(client(), { pageSize: 10 }).pages())).toBe(Math.ceil(pages));
  expect(server.requests.map(({ url }) => /_page=(\d+)/.exec(url)?.[1]).slice(0, 4)).toEqual(["1", "2", "2", "3"]);
});
