import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "./http/faults.js";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import { pigelloCredentials } from "./pigello/credentials.js";
import { entity, get, list, parsed, send } from "./support/pigello-calls.js";
import { rawRequest } from "./support/raw-request.js";

let server: PigelloServer;
beforeEach(async () => {
  server = await startPigelloServer({ seed: 6, keepAlive: false });
});
afterEach(() => server.close());

const user = { detail_access: 0, first_name: "x" };
const headers = { ...pigelloCredentials, "content-type": "application/json" };
const lines = `${list}?_jsonl=true`;

const withFault = (fault: Fault, target = list): ReturnType<typeof get> => {
  server.faults.next(fault);
  return get(server, target);
};

describe("answers written beforehand", () => {
  test("429 with seconds, then with a date, then the truth", async () => {
    const date = "Wed, 21 Oct 2026 07:28:00 GMT";
    server.faults.next({ status: 429, retryAfter: "1" });
    server.faults.next({ status: 429, retryAfter: date });
    expect(server.faults.pending()).toBe(2);
    const answers = [await get(server, list), await get(server, list), await get(server, list)];
    expect(answers.map(({ status, headers: { "retry-after": after } }) => [status, after])).toEqual([[429, "1"], [429, date], [200, undefined]]);
    expect(JSON.parse(answers[0]?.text ?? "")).toEqual({ detail: "Fault 429." });
  });

  test("with any header, type and body, as often as wanted", async () => {
    server.faults.next({ status: 401, body: "no", contentType: "text/plain", headers: { "X-Why": "test" } }, 2);
    const [first, second, third] = [await get(server, list), await get(server, list), await get(server, list)];
    expect([first?.status, first?.text, first?.headers["content-type"], first?.headers["x-why"]]).toEqual([401, "no", "text/plain", "test"]);
    expect([second?.status, third?.status]).toEqual([401, 200]);
  });

  test("nothing is carried out, unless the fault says so", async () => {
    server.faults.next({ status: 503 });
    server.faults.next({ status: 504, applied: true });
    expect((await send(server, "POST", entity, user)).status).toBe(503);
    expect(server.rows()).toHaveLength(6);
    expect((await send(server, "POST", entity, user)).status).toBe(504);
    expect(server.rows()).toHaveLength(7);
  });

  test("chosen by the request", async () => {
    server.faults.choose(({ method, number, body }) => (method === "POST" && number > 1 && body.includes("x") ? { status: 500 } : undefined));
    const statuses = [(await send(server, "POST", entity, user)).status, (await send(server, "POST", entity, user)).status, (await get(server, list)).status];
    expect(statuses).toEqual([201, 500, 200]);
    server.faults.clear();
    expect((await send(server, "POST", entity, user)).status).toBe(201);
  });

  test("an HTML page, nothing, and broken JSON", async () => {
    const page = await withFault({ kind: "html" });
    expect([page.status, page.headers["content-type"], page.text.startsWith("<!DOCTYPE html>")]).toEqual([502, "text/html; charset=utf-8", true]);
    const empty = await withFault({ kind: "empty" });
    expect([empty.status, empty.headers["content-type"], empty.text]).toEqual([200, "application/json", ""]);
    const broken = await withFault({ kind: "invalidJson", status: 500 });
    expect([broken.status, () => JSON.parse(broken.text) as unknown]).toEqual([500, expect.any(Function)]);
    expect(() => JSON.parse(broken.text) as unknown).toThrow(SyntaxError);
  });
});

describe("true answers, bent", () => {
  test("gzip is honest", async () => {
    server.faults.next({ kind: "gzip" }, 2);
    const raw = await get(server, list);
    expect([raw.headers["content-encoding"], raw.bytes.subarray(0, 2)]).toEqual(["gzip", Buffer.from([0x1f, 0x8b])]);
    expect(await (await fetch(server.url + list, { headers })).json()).toEqual(server.rows());
  });

  test("slow bodies arrive whole", async () => {
    expect(parsed(await withFault({ kind: "slow", delayMs: 1, chunkBytes: 500 }))).toEqual(server.rows());
  });

  test("JSON Lines that end in the middle of a line, in good order", async () => {
    const { text } = await withFault({ kind: "truncate", afterLines: 2 }, lines);
    const found = text.split("\n");
    expect(found.slice(0, 2).map((line) => JSON.parse(line) as unknown)).toEqual(server.rows().slice(0, 2));
    expect(found).toHaveLength(3);
    expect(found[2]).not.toBe("");
    expect(() => JSON.parse(found[2] ?? "") as unknown).toThrow(SyntaxError);
  });

  test("JSON Lines with a broken line among good ones", async () => {
    const found = (await withFault({ kind: "brokenLine", line: 3 }, lines)).text.trimEnd().split("\n");
    expect(() => JSON.parse(found[2] ?? "") as unknown).toThrow(SyntaxError);
    expect(found.filter((_, index) => index !== 2).map((line) => JSON.parse(line) as unknown)).toEqual(server.rows().filter((_, index) => index !== 2));
  });

  test("held back until a promise resolves", async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.faults.next({ kind: "wait", until }, 3);
    const answers = [1, 2, 3].map(() => get(server, list));
    const traffic = await server.when(({ activeRequests }) => activeRequests === 3);
    expect(traffic.maxActiveRequests).toBe(3);
    release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe("redirects", () => {
  test.each([302, 307, 308] as const)("%i within the origin", async (status) => {
    const { headers: found, status: received } = await withFault({ kind: "redirect", status, to: "same" }, `${list}?first_name=%C3%85sa`);
    expect([received, found.location]).toEqual([status, `/moved${list}?first_name=%C3%85sa`]);
    expect(parsed(await get(server, found.location ?? ""))).toEqual(server.rows().filter((row) => row["first_name"] === "Åsa"));
  });

  test("to another origin, which asks for no credentials and remembers what it got", async () => {
    const { headers: found } = await withFault({ kind: "redirect", status: 307, to: "other" }, list);
    expect(found.location).toBe(server.other.url + list);
    expect(await (await fetch(found.location ?? "")).json()).toEqual(server.rows());
    await rawRequest(server.other.url, list, { headers: pigelloCredentials });
    expect(server.other.requests.map((one) => one.headers["x-pigello-client-secret"])).toEqual([undefined, "client-secret-7"]);
  });

  test("anywhere", async () => {
    expect((await withFault({ kind: "redirect", status: 301, to: new URL("http://example.org/a?b") })).headers.location).toBe("http://example.org/a?b");
  });
});

describe("broken connections", () => {
  test("reset before any answer: nothing is carried out", async () => {
    server.faults.next({ kind: "reset" });
    await expect(send(server, "POST", entity, user)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(server.rows()).toHaveLength(6);
    expect(server.requests[0]).toMatchObject({ body: JSON.stringify(user), answer: { status: undefined, end: "broken" } });
  });

  test("carried out, then reset", async () => {
    server.faults.next({ kind: "applyThenDie" });
    await expect(send(server, "POST", list, [user, user])).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(server.rows()).toHaveLength(8);
    expect(server.traffic().brokenAnswers).toBe(1);
  });

  test("half an answer, then a reset", async () => {
    server.faults.next({ kind: "half" });
    const answer = await fetch(server.url + list, { headers });
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get("content-length"))).toBe(Buffer.byteLength(JSON.stringify(server.rows())));
    await expect(answer.text()).rejects.toThrow();
    expect(server.requests[0]?.answer.bytes).toBe(Math.floor(Buffer.byteLength(JSON.stringify(server.rows())) / 2));
  });

  test("half of JSON Lines, then a reset", async () => {
    server.faults.next({ kind: "half" });
    await expect((await fetch(server.url + lines, { headers })).text()).rejects.toThrow();
  });

  test.each(["hang", "stall"] as const)("%s lasts until the client gives up", async (kind) => {
    server.faults.next({ kind });
    const control = new AbortController();
    const answer = fetch(server.url + list, { headers, signal: control.signal }).then((one) => one.text());
    await server.when(({ activeRequests }) => activeRequests === 1);
    control.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    // only requests, not sockets: the fetch of Node may open another connection after an abort and keep it for a while
    expect((await server.when(({ activeRequests }) => activeRequests === 0)).brokenAnswers).toBe(1);
  });

  test.each(["hang", "stall"] as const)("%s lasts until the server closes", async (kind) => {
    const own = await startPigelloServer({ seed: 6 });
    own.faults.next({ kind });
    const answer = get(own, list);
    const failed = expect(answer).rejects.toMatchObject({ code: "ECONNRESET" });
    await own.when(({ activeRequests }) => activeRequests === 1);
    await own.close();
    await failed;
  });

  test("a slow answer stops with its client", async () => {
    server.faults.next({ kind: "slow", delayMs: 60_000 });
    const control = new AbortController();
    const answer = await fetch(server.url + list, { headers, signal: control.signal });
    control.abort();
    await expect(answer.text()).rejects.toMatchObject({ name: "AbortError" });
    await server.when(({ activeRequests }) => activeRequests === 0);
  });
});
