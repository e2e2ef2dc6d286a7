import { Agent, request } from "node:http";
import { describe, expect, test } from "vitest";
import { startPigelloServer } from "./pigello-server.js";
import { pigelloCredentials } from "./pigello/credentials.js";
import { entity, get, list, send } from "./support/pigello-calls.js";
import { rawRequest } from "./support/raw-request.js";

const user = { detail_access: 0, first_name: "x" };

describe("what is counted", () => {
  test("sockets, whether they are used again or not", async () => {
    const own = await startPigelloServer({ seed: 1 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const once = (): Promise<void> =>
      new Promise((resolve, reject) => {
        request(own.url + list, { agent, headers: pigelloCredentials }, (answer) => answer.resume().on("end", () => resolve())).on("error", reject).end();
      });
    await once();
    await once();
    expect(own.traffic()).toMatchObject({ openSockets: 1, socketsOpened: 1, requests: 2, maxActiveRequests: 1 });
    agent.destroy();
    await own.when(({ openSockets }) => openSockets === 0);
    own.resetTraffic();
    expect(Object.values(own.traffic())).toEqual([0, 0, 0, 0, 0, 0, 0]);
    await own.close();
  });

  test("the log keeps what it is told to keep", async () => {
    const [full, heads, off] = await Promise.all((["full", "heads", "off"] as const).map((log) => startPigelloServer({ seed: 0, log })));
    if (full === undefined || heads === undefined || off === undefined) throw new Error("three servers were started");
    await Promise.all([full, heads, off].map((server) => send(server, "POST", `${entity}?a=%2C!`, user)));
    expect(full.requests).toMatchObject([{ number: 1, method: "POST", url: `${entity}?a=%2C!`, body: JSON.stringify(user) }]);
    expect([heads.requests.map(({ body }) => body), off.requests, off.traffic().requests]).toEqual([[""], [], 1]);
    full.forgetRequests();
    expect(full.requests).toEqual([]);
    await Promise.all([full, heads, off].map((server) => server.close()));
  });

  test("every answer has an id", async () => {
    const server = await startPigelloServer({ seed: 0 });
    const ids = [await get(server, list), await get(server, "/")].map(({ headers }) => headers["x-request-id"]);
    expect(ids).toEqual(["request-1", "request-2"]);
    await server.close();
  });
});

test("pages of other origins may read the answers where that is allowed", async () => {
  const own = await startPigelloServer({ seed: 0, cors: true });
  const asked = { origin: "http://page.invalid", "access-control-request-method": "GET", "access-control-request-headers": "x-pigello-client-secret" };
  const preflight = await rawRequest(own.url, list, { method: "OPTIONS", headers: asked });
  expect([preflight.status, preflight.headers["access-control-allow-headers"], own.requests]).toEqual([204, "x-pigello-client-secret", []]);
  const refused = await rawRequest(own.url, list, { headers: { origin: asked.origin } });
  expect([refused.status, refused.headers["access-control-allow-origin"]]).toEqual([401, asked.origin]);
  await own.close();
});
