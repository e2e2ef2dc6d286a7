import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CallOptions } from "../../../generated/pigello-accounts/src/runtime/client/exchange.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { startTaxfilingServer, type TaxfilingServer } from "../../server/taxfiling-server.js";
import { type FaultCase, faultCases, silent } from "./fault-cases.js";
import { clientsOf, operations } from "./operations.js";
import { outcomeOf } from "./outcome-of.js";

let pigello: PigelloServer;
let taxfiling: TaxfilingServer;

describe.each(operations)("$name", (operation) => {
  beforeAll(async () => {
    pigello = await startPigelloServer({ seed: 60, partial: true, unique: [] });
  });
  beforeEach(async () => {
    // accounts are registered once
    taxfiling = await startTaxfilingServer();
    return () => taxfiling.close();
  });
  afterAll(async () => pigello.close());

  const meets = async ({ fault, expected }: FaultCase, options: CallOptions): Promise<void> => {
    const server = operation.api === "pigello" ? pigello : taxfiling;
    server.forgetRequests();
    server.faults.next(fault(operation));
    const clients = clientsOf(server.url, { validate: "strict" }, String(pigello.rows()[0]?.["id"]));
    const outcome = await outcomeOf(operation.run(clients, options), operation);
    expect([outcome, server.requests.length]).toEqual(expected(operation));
    expect(server.faults.pending()).toBe(0);
    // nothing is left of the request that met it
    await server.when(({ activeRequests }) => activeRequests === 0);
  };

  // an answer without a body has no half, and whether it or the reset comes first is chance
  const halves = operation.status !== 204;
  test.each(faultCases.filter(({ name }) => halves || name !== "half, then a reset"))("$name", (one) => meets(one, {}));
  test.each(silent.filter(({ name }) => name !== "stall" || halves))("$name", (one) => meets(one, { timeout: 50, retry: false }));
});
