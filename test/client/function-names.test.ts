import { expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { contractOf, documentOf } from "../filters/support/contract.js";

const callsOf = (ids: readonly string[]) => {
  const paths = ids.map((id, index) => `  /${index}: { get: { operationId: ${JSON.stringify(id)}, responses: { "204": { description: done } } } }`).join("\n");
  const { report, diagnostics } = createCollector();
  const plan = makePlan(contractOf(documentOf(`openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths:\n${paths}\n`)).contract, "names", report);
  return { names: plan.operations.map(({ names }) => names.call), codes: diagnostics().map(({ code }) => code) };
};

test.each([
  ["delete", "deleteOperation"],
  ["import", "importOperation"],
  ["Await", "awaitOperation"],
  ["listPets", "listPets"],
  ["pets.list-all", "petsListAll"],
  ["2fa", "operation2Fa"],
  ["猫", "u732b"],
])("the function of %j is %s", (id, name) => {
  expect(callsOf([id])).toEqual({ names: [name], codes: [] });
});

test("no two are called the same", () => {
  expect(callsOf(["delete", "deleteOperation", "ListPets", "listPets", "list_pets"])).toMatchObject({
    names: ["deleteOperation", "deleteOperation2", "listPets2", "listPets", "listPets3"],
  });
});
