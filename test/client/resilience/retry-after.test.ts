import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clientsOf, operations } from "./operations.js";
import { outcomeOf } from "./outcome-of.js";
import { empty, refusal, stubFetch } from "./stub-fetch.js";

const begin = Date.parse("2026-01-01T00:00:00Z");
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: begin });
});
afterEach(() => {
  // whatever became of the requests, no timer is left
  const left = vi.getTimerCount();
  vi.useRealTimers();
  vi.restoreAllMocks();
  expect(left).toBe(0);
});

const address = "https://api.example";
const seconds = (times: readonly number[]): readonly number[] => times.map((time) => (time - begin) / 1000);
const [list] = operations;
if (list === undefined) throw new Error("there are no operations");
const settled = (going: Promise<unknown>): { done: boolean } => {
  const state = { done: false };
  void going.finally(() => (state.done = true));
  return state;
};

describe("Retry-After", () => {
  const answered = operations.filter(({ kind }) => kind !== "once");

  test.each([["30"], [new Date(begin + 30_000).toUTCString()]])("%s is waited for, no less and no more, by whatever is sent again", async (retryAfter) => {
    for (const operation of answered) {
      vi.setSystemTime(begin);
      const { fetch, times } = stubFetch(refusal(429, retryAfter), empty);
      const going = outcomeOf(operation.run(clientsOf(address, { fetch }), {}), operation);
      await vi.advanceTimersByTimeAsync(29_999);
      expect([operation.name, times.length]).toEqual([operation.name, 1]);
      await vi.advanceTimersByTimeAsync(1);
      await going;
      expect(seconds(times)).toEqual([0, 30]);
    }
  });

  test("of a 503 as well", async () => {
    const { fetch, times } = stubFetch(refusal(503, "7"), empty);
    const going = list.run(clientsOf(address, { fetch }), {});
    await vi.advanceTimersByTimeAsync(7000);
    await going;
    expect(seconds(times)).toEqual([0, 7]);
  });

  test.each(["", "soon", "-1", "1.5", "1, 2"])("%j is none", async (retryAfter) => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const { fetch, times } = stubFetch(refusal(503, retryAfter), empty);
    const going = list.run(clientsOf(address, { fetch, retry: { delay: 4000 } }), {});
    await vi.runAllTimersAsync();
    await going;
    expect(seconds(times)).toEqual([0, 4]);
  });

  test("is longer than timers reach: nothing is sent before", async () => {
    const days = 60;
    const { fetch, times } = stubFetch(refusal(429, String(days * 86_400)), empty);
    const going = list.run(clientsOf(address, { fetch }), {});
    await vi.advanceTimersByTimeAsync(days * 86_400_000 - 1);
    expect(times).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await going;
    expect(times).toHaveLength(2);
  });
});

describe("the deadline", () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))("of %s goes before Retry-After: the answer is told at once", async (_, operation) => {
    const { fetch, times } = stubFetch(refusal(429, "60"));
    const outcome = await outcomeOf(operation.run(clientsOf(address, { fetch }), { deadline: 59_000 }), operation);
    expect([outcome.replace("unknown, no applied: ", ""), times.length, Date.now()]).toEqual(["ApiError 429", 1, begin]);
  });

  test("also ends what is being waited for, and says how long it was", async () => {
    const { fetch, times } = stubFetch("silence");
    const going = list.run(clientsOf(address, { fetch, deadline: 45_000 }), {}).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(await going).toMatchObject({ name: "TimeoutError", milliseconds: 45_000 });
    // the first attempt had its 30 seconds
    expect(seconds(times).map(Math.floor)).toEqual([0, 30]);
  });

  test("and the time of an attempt may be longer than timers reach", async () => {
    const { fetch } = stubFetch("silence");
    const going = list.run(clientsOf(address, { fetch, retry: false }), { timeout: 2 ** 31, deadline: 2 ** 32 }).catch((error: unknown) => error);
    const state = settled(going);
    await vi.advanceTimersByTimeAsync(2 ** 31 - 1);
    expect(state.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await going).toMatchObject({ name: "TimeoutError", milliseconds: 2 ** 31 });
  });
});

describe("attempts", () => {
  test("the wait doubles up to the longest", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const { fetch, times } = stubFetch(refusal(500));
    const going = outcomeOf(list.run(clientsOf(address, { fetch, retry: { attempts: 6, delay: 1000, maxDelay: 5000 } }), {}), list);
    await vi.runAllTimersAsync();
    expect(await going).toBe("ApiError 500");
    expect(seconds(times)).toEqual([0, 1, 3, 7, 12, 17]);
  });

  test("what had no answer in time is sent again", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { fetch, times } = stubFetch("silence", "silence", empty);
    const going = outcomeOf(list.run(clientsOf(address, { fetch, timeout: 5000 }), {}), list);
    await vi.runAllTimersAsync();
    expect(await going).toBe("fine");
    expect(seconds(times).map(Math.floor)).toEqual([0, 5, 10]);
  });

  test.each(operations.map((operation) => [operation.name, operation] as const))("%s is not sent again where retries are off", async (_, operation) => {
    const { fetch, times } = stubFetch(refusal(429, "0"));
    const outcome = await outcomeOf(operation.run(clientsOf(address, { fetch }), { retry: false }), operation);
    expect([outcome.replace("unknown, no applied: ", ""), times.length]).toEqual(["ApiError 429", 1]);
  });
});
