import { expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { streamOrganizationusers } from "../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { credentials } from "./support/credentials.js";

/** Answers with one line, and then with nothing more unless it ends. */
const answering = (ends: boolean) => {
  const seen = { cancelled: false };
  const fetch = async (): Promise<Response> => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"id":"1"}\n'));
        if (ends) controller.close();
      },
      cancel: () => void (seen.cancelled = true),
    });
    return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
  };
  return { seen, fetch };
};

interface Limits {
  readonly timeout?: number;
  readonly deadline?: number;
}

const read = async (fetch: () => Promise<Response>, limits: Limits): Promise<{ readonly ids: readonly string[]; readonly error: unknown }> => {
  const ids: string[] = [];
  const client = createClient({ environment: "dev.api", credentials, retry: false, fetch });
  try {
    for await (const { id } of streamOrganizationusers(client, limits)) ids.push(id);
  } catch (error) {
    return { ids, error };
  }
  return { ids, error: undefined };
};

test.each<[string, Limits, number]>([
  ["timeout, which holds for each wait", { timeout: 30 }, 30],
  ["deadline, which holds for everything", { deadline: 40 }, 40],
  ["deadline before its timeout", { timeout: 20_000, deadline: 40 }, 40],
  ["timeout before its deadline", { timeout: 30, deadline: 20_000 }, 30],
])("a stream that stalls is ended by its %s; what came before is kept", async (_, limits, milliseconds) => {
  const { seen, fetch } = answering(false);
  const { ids, error } = await read(fetch, limits);
  expect(ids).toEqual(["1"]);
  expect(error).toMatchObject({ name: "TimeoutError", milliseconds });
  expect(seen.cancelled).toBe(true);
});

test.each<Limits>([{}, { timeout: Infinity }, { deadline: 20_000 }])("one that ends is not touched: %o", async (limits) => {
  expect(await read(answering(true).fetch, limits)).toEqual({ ids: ["1"], error: undefined });
});
