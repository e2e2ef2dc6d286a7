import { afterEach, describe, expect, test } from "vitest";
import { jsonAnswer, linesAnswer } from "./http/answer.js";
import { acceptedTypes, mediaTypeOf } from "./http/media-type.js";
import { type Origin, type OriginOptions, startOrigin } from "./http/origin.js";
import { rawRequest } from "./support/raw-request.js";

const origins: Origin[] = [];
afterEach(async () => {
  await Promise.all(origins.splice(0).map((origin) => origin.close()));
});

const start = async (handle: OriginOptions["handle"]): Promise<Origin> => {
  const origin = await startOrigin({ handle, errorBody: () => "{}" });
  origins.push(origin);
  return origin;
};

describe("lines without end", () => {
  const line = "x".repeat(10_000);

  test("are made only as long as there is someone, and only as fast as he reads", async () => {
    let closed = false;
    function* endless(): Generator<string> {
      try {
        for (;;) yield line;
      } finally {
        closed = true;
      }
    }
    const origin = await start(() => linesAnswer(endless(), "application/x-ndjson"));
    const answer = await fetch(origin.url);
    // were the lines not held back, the server would make them for ever and never come to this
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await origin.when(({ activeRequests }) => activeRequests === 0);
    const lines = origin.requests[0]?.answer.lines ?? 0;
    expect(closed).toBe(true);
    expect(origin.requests[0]?.answer).toMatchObject({ status: 200, end: "broken", bytes: expect.any(Number) as number });
    expect(lines).toBeGreaterThan(0);
    expect(origin.traffic()).toMatchObject({ linesWritten: lines, brokenAnswers: 1 });
  });

  test("end with the server", async () => {
    const origin = await start(() => linesAnswer((function* () { for (;;) yield line; })(), "application/x-ndjson"));
    const text = fetch(origin.url).then((answer) => answer.text());
    const failed = expect(text).rejects.toThrow();
    await origin.when(({ linesWritten }) => linesWritten > 10);
    await origin.close();
    await failed;
  });
});

test("closing waits for what is being done", async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let done = false;
  const origin = await start(async () => {
    await gate;
    done = true;
    return jsonAnswer(200, null);
  });
  const failed = expect(rawRequest(origin.url, "/")).rejects.toThrow();
  await origin.when(({ activeRequests }) => activeRequests === 1);
  const closing = origin.close();
  await failed;
  release();
  await closing;
  expect([done, origin.traffic().activeRequests]).toEqual([true, 0]);
});

test("an error of the server itself is told", async () => {
  const origin = await start(() => {
    throw new Error("a bug");
  });
  const { status, text } = await rawRequest(origin.url, "/");
  expect([status, text.includes("a bug")]).toEqual([500, true]);
});

test("the handler gets the target undecoded, the body whole", async () => {
  const origin = await start(({ method, path, query, body }) => jsonAnswer(200, { method, path, query, body: body.toString("utf8") }));
  const { text } = await rawRequest(origin.url, "/a%2Fb//?x=%21!&?y", { method: "POST", body: "Å".repeat(50_000) });
  expect(JSON.parse(text)).toEqual({ method: "POST", path: "/a%2Fb//", query: "x=%21!&?y", body: "Å".repeat(50_000) });
});

test("waiting ends with a message when nothing comes", async () => {
  const origin = await start(() => jsonAnswer(200, null));
  const waiting = origin.when(({ requests }) => requests > 1);
  const failed = expect(waiting).rejects.toThrow("the server was closed");
  await origin.close();
  await failed;
});

test("media types", () => {
  expect(mediaTypeOf("Text/JSONL; charset=utf-8")).toBe("text/jsonl");
  expect(mediaTypeOf(undefined)).toBe("");
  expect(acceptedTypes("a/a;q=0.2, b/b, c/c;q=0, */*;q=0.1")).toEqual(["b/b", "a/a", "*/*"]);
  expect(acceptedTypes(undefined)).toEqual(["*/*"]);
});
