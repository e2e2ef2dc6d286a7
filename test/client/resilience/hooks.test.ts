import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { startTaxfilingServer, type TaxfilingServer } from "../../server/taxfiling-server.js";
import { clientsOf, operations } from "./operations.js";
import { outcomeOf } from "./outcome-of.js";

let pigello: PigelloServer;
let taxfiling: TaxfilingServer;
beforeAll(async () => {
  // larger than what a connection takes without a reader
  pigello = await startPigelloServer({ seed: 10_000, keepTexts: true, unique: [], keepAlive: false });
  taxfiling = await startTaxfilingServer({ keepAlive: false });
});
afterAll(async () => {
  await pigello.close();
  await taxfiling.close();
});
beforeEach(() => {
  pigello.forgetRequests();
  taxfiling.forgetRequests();
});

const thrown = new RangeError("the log is full");
const fail = (): never => {
  throw thrown;
};

describe.each(operations)("$name", (operation) => {
  const server = () => (operation.api === "pigello" ? pigello : taxfiling);
  const errorOf = async (options: object): Promise<unknown> => {
    const [pk] = pigello.sql("SELECT id FROM organizationuser LIMIT 1").map(({ id }) => String(id));
    return operation.run(clientsOf(server().url, options, pk), {}).then(() => undefined, (error: unknown) => error);
  };

  test("what onRequest throws comes out as it is, and nothing is sent", async () => {
    const error = await errorOf({ onRequest: fail });
    expect(operation.kind === "bulk" ? (error as Error).cause : error).toBe(thrown);
    expect(server().requests).toEqual([]);
  });

  test("what onResponse throws comes out as it is, nothing is sent again, and the connection is closed", async () => {
    const error = await errorOf({ onResponse: fail });
    expect(operation.kind === "bulk" ? (error as Error).cause : error).toBe(thrown);
    await server().when(({ openSockets }) => openSockets === 0);
    expect(server().requests).toHaveLength(1);
    // the server has written them
    if (operation.kind === "bulk") expect(error).toMatchObject({ result: { unknown: 2, results: [{ applied: "maybe" }, { applied: "maybe" }] } });
  });
});

test("a hook that throws on one request does no harm to the next", async () => {
  const [list] = operations;
  let calls = 0;
  const clients = clientsOf(taxfiling.url, { onResponse: () => (++calls === 1 ? fail() : undefined) });
  const once = operations.find(({ name }) => name === "batchRegisterAccounts.once") ?? list;
  if (once === undefined) throw new Error("there are no operations");
  expect(await outcomeOf(once.run(clients, {}), once)).toBe("not typed: RangeError: the log is full");
  expect(await outcomeOf(once.run(clients, {}), once)).toBe("fine");
});
