import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Clients, clientsOf, type OperationCase, operations } from "./operations.js";
import { outcomeOf } from "./outcome-of.js";
import { empty, refusal, type Stub, stubFetch } from "./stub-fetch.js";

const begin = Date.parse("2026-01-01T00:00:00Z");
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: begin });
});
afterEach(() => {
  const left = vi.getTimerCount();
  vi.useRealTimers();
  expect(left).toBe(0);
});

const seconds = ({ times }: Stub): readonly number[] => times.map((time) => (time - begin) / 1000);
const [first] = operations.filter(({ api }) => api === "pigello");
const [firstOfTaxfiling] = operations.filter(({ api }) => api === "taxfiling");
if (first === undefined || firstOfTaxfiling === undefined) throw new Error("there are no operations");
const beginnerOf = ({ api }: OperationCase): OperationCase => (api === "pigello" ? first : firstOfTaxfiling);

const clientsFor = ({ fetch }: Stub): Clients => clientsOf("https://api.example", { fetch });

/** A request of these clients that is told to wait for 30 seconds, and will not be sent again. */
const refusedOnce = async (clients: Clients, operation: OperationCase): Promise<void> => {
  expect(await outcomeOf(operation.run(clients, { retry: false }), operation)).toContain("ApiError 429");
};

describe.each(operations)("$name, after another request of its client was answered with 429", (operation) => {
  test("is not sent before the pause is over", async () => {
    const stub = stubFetch(refusal(429, "30"), empty);
    const clients = clientsFor(stub);
    await refusedOnce(clients, beginnerOf(operation));
    const going = outcomeOf(operation.run(clients, {}), operation);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(stub.times).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await going;
    expect(seconds(stub)).toEqual([0, 30]);
  });

  test("ends by its deadline, and was never sent", async () => {
    const stub = stubFetch(refusal(429, "30"), empty);
    const clients = clientsFor(stub);
    await refusedOnce(clients, beginnerOf(operation));
    const going = outcomeOf(operation.run(clients, { deadline: 5000 }), operation);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await going).toContain("TimeoutError");
    expect(stub.times).toHaveLength(1);
  });

  test("ends by the signal, and was never sent", async () => {
    const stub = stubFetch(refusal(429, "30"), empty);
    const clients = clientsFor(stub);
    await refusedOnce(clients, beginnerOf(operation));
    const controller = new AbortController();
    const going = outcomeOf(operation.run(clients, { signal: controller.signal }), operation);
    await vi.advanceTimersByTimeAsync(5000);
    controller.abort();
    expect(await going).toContain("AbortError");
    expect(stub.times).toHaveLength(1);
  });
});

test("all that wait go on then, and what another client sends is not held up", async () => {
  const stub = stubFetch(refusal(429, "30"), empty);
  const clients = clientsFor(stub);
  await refusedOnce(clients, first);
  const waiting = operations.filter(({ api }) => api === "pigello").map((operation) => outcomeOf(operation.run(clients, {}), operation));
  expect(await outcomeOf(first.run(clientsFor(stub), {}), first)).toBe("fine");
  expect(seconds(stub)).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(30_000);
  await Promise.all(waiting);
  expect(seconds(stub)).toEqual([0, 0, ...waiting.map(() => 30)]);
});

test("a later answer makes the pause longer, but not shorter", async () => {
  const stub = stubFetch(refusal(429, "30"), refusal(429, "60"), refusal(429, "1"), empty);
  const clients = clientsFor(stub);
  // three requests that are on their way at once
  await Promise.all([1, 2, 3].map(() => refusedOnce(clients, first)));
  const going = outcomeOf(first.run(clients, {}), first);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(stub.times).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(await going).toBe("fine");
  expect(seconds(stub)).toEqual([0, 0, 0, 60]);
});

test("a 503 tells of one request only", async () => {
  const stub = stubFetch(refusal(503, "30"), empty);
  const clients = clientsFor(stub);
  await outcomeOf(first.run(clients, { retry: false }), first);
  expect(await outcomeOf(first.run(clients, {}), first)).toBe("fine");
  expect(seconds(stub)).toEqual([0, 0]);
});
