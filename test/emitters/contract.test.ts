import type { EmitterContract } from "openapi-sieve";
import { expect, test } from "vitest";
import { emitterOf, madeWith } from "./support/made-with.js";

const contractSeen = async (): Promise<EmitterContract> => {
  let seen: EmitterContract | undefined;
  await madeWith(emitterOf((contract) => void (seen = contract)));
  if (seen === undefined) throw new Error("the emitter was not asked");
  return seen;
};

test("version 1 of the contract tells this of a package; members may be added, and none changed", async () => {
  await expect(JSON.stringify(await contractSeen(), undefined, 2)).toMatchFileSnapshot("golden/contract.json");
});

test("it is plain data, frozen, and the same each time", async () => {
  const [first, second] = [await contractSeen(), await contractSeen()];
  expect(structuredClone(first)).toEqual(first);
  expect(second).toEqual(first);
  const isFrozen = (value: unknown): boolean => typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
  expect(isFrozen(first)).toBe(true);
});

test("every symbol in it is exported by the package", async () => {
  const symbols: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value && value.kind === "symbol" && "name" in value) symbols.push(String(value.name));
    else Object.entries(value).forEach(([key, member]) => key !== "schema" && collect(member));
  };
  const contract = await contractSeen();
  collect({ ...contract, schemas: contract.schemas.map(({ schema: _, ...others }) => others) });
  const { files } = await madeWith();
  expect(symbols.length).toBeGreaterThan(25);
  for (const name of symbols) expect(files["src/index.ts"]).toMatch(new RegExp(`\\b${name}\\b`));
});
