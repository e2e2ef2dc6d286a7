import { getEventListeners } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CommonOptions } from "../../../generated/pigello-accounts/src/runtime/client/client.js";
import type { CallOptions } from "../../../generated/pigello-accounts/src/runtime/client/exchange.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { startTaxfilingServer, type TaxfilingServer } from "../../server/taxfiling-server.js";
import { clientsOf, operations } from "./operations.js";
import { outcomeOf } from "./outcome-of.js";
import { refusal, stubFetch } from "./stub-fetch.js";

let pigello: PigelloServer;
let taxfiling: TaxfilingServer;
beforeAll(async () => {
  pigello = await startPigelloServer({ seed: 30, unique: [] });
  taxfiling = await startTaxfilingServer();
});
afterAll(async () => {
  await pigello.close();
  await taxfiling.close();
});
beforeEach(() => {
  for (const server of [pigello, taxfiling]) {
    server.forgetRequests();
    server.faults.clear();
  }
});

const reason = { why: "enough" };

/** The signal as an option of the call, or of the client. */
const owners = ["call", "client"] as const;
const optionsOf = (owner: (typeof owners)[number], signal: AbortSignal): readonly [CommonOptions, CallOptions] => (owner === "client" ? [{ signal }, {}] : [{}, { signal }]);

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

describe.each(operations)("$name", (operation) => {
  const server = () => (operation.api === "pigello" ? pigello : taxfiling);
  const pk = () => String(pigello.rows()[0]?.["id"]);

  /** Is ended by the signal, with its reason, in the words of its kind. */
  const expectAborted = async (going: Promise<unknown>, signal: AbortSignal): Promise<void> => {
    const error = await going.then(() => undefined, (thrown: unknown) => thrown);
    expect(await outcomeOf(Promise.reject(error), operation)).toBe(operation.kind === "bulk" ? "BulkError: AbortError" : "AbortError");
    const { cause } = error as Error;
    expect(operation.kind === "bulk" ? (cause as Error).cause : cause).toBe(reason);
    expect(listeners(signal)).toBe(0);
  };

  describe.each(owners)("by the signal of the %s", (owner) => {
    test("beforehand: nothing is sent, and no credential asked for", async () => {
      const signal = AbortSignal.abort(reason);
      const [common, call] = optionsOf(owner, signal);
      await expectAborted(operation.run(clientsOf(server().url, common, pk()), call), signal);
      expect(server().requests).toEqual([]);
    });

    test("while there is no answer", async () => {
      const controller = new AbortController();
      const [common, call] = optionsOf(owner, controller.signal);
      server().faults.next({ kind: "hang" });
      const going = operation.run(clientsOf(server().url, common, pk()), call);
      await server().when(({ activeRequests }) => activeRequests === 1);
      controller.abort(reason);
      await expectAborted(going, controller.signal);
      await server().when(({ activeRequests }) => activeRequests === 0);
      expect(server().requests).toHaveLength(1);
    });

    // an answer without a body has nothing to wait for
    test.skipIf(operation.status === 204)("while the answer is being read", async () => {
      const controller = new AbortController();
      const [common, call] = optionsOf(owner, controller.signal);
      server().faults.next({ kind: "stall" });
      const onResponse = (): void => void setImmediate(() => controller.abort(reason));
      await expectAborted(operation.run(clientsOf(server().url, { ...common, onResponse }, pk()), call), controller.signal);
      await server().when(({ activeRequests }) => activeRequests === 0);
      expect(server().requests).toHaveLength(1);
    });

    test("while it waits for credentials", async () => {
      const controller = new AbortController();
      const { signal } = controller;
      const [common, call] = optionsOf(owner, signal);
      const credentials = (): Promise<never> => new Promise(() => setImmediate(() => controller.abort(reason)));
      await expectAborted(operation.run(clientsOf(server().url, { ...common, ...({ credentials } as object) }, pk()), call), signal);
      expect(server().requests).toEqual([]);
    });

    test.skipIf(operation.kind === "once")("while it waits for the next attempt", async () => {
      vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
      try {
        const { fetch, times } = stubFetch(refusal(429, "60"));
        const controller = new AbortController();
        const [common, call] = optionsOf(owner, controller.signal);
        const going = operation.run(clientsOf("https://api.example", { ...common, fetch }), call);
        const aborted = expectAborted(going, controller.signal);
        await vi.advanceTimersByTimeAsync(30_000);
        controller.abort(reason);
        await aborted;
        expect([times.length, vi.getTimerCount()]).toEqual([1, 0]);
      } finally {
        vi.useRealTimers();
      }
    });
  });

  test("a signal that never fires keeps no listener, after a success, an error and a wrong body", async () => {
    const { signal } = new AbortController();
    const clients = clientsOf(server().url, { signal }, pk());
    server().faults.next({ status: 403 });
    await outcomeOf(operation.run(clients, { signal }), operation);
    await outcomeOf(operation.run(clients, { signal }), operation);
    expect(listeners(signal)).toBe(0);
  });

  test("a deadline ends the wait for credentials", async () => {
    const credentials = (): Promise<never> => new Promise(() => undefined);
    const outcome = await outcomeOf(operation.run(clientsOf(server().url, { deadline: 20, ...({ credentials } as object) }, pk()), {}), operation);
    expect(outcome).toContain("TimeoutError");
    expect(server().requests).toEqual([]);
  });
});
