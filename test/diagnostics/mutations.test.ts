import { expect, test } from "vitest";
import { descriptions, fuzz } from "../support/fuzz.js";

// npm run campaign:fuzz does more of this.

test("300 mutated descriptions give a package or an error, and no exception", { timeout: 300_000 }, async () => {
  const { made, refused, failures } = await fuzz({ runs: 300, seed: 20261122, files: descriptions(12_000) });
  expect(failures).toEqual([]);
  expect(made + refused).toBe(300);
  expect(Math.min(made, refused)).toBeGreaterThan(30);
});

test("so do those of this repository's own descriptions", { timeout: 300_000 }, async () => {
  const files = descriptions(Infinity).filter((file) => /[\\/]spec[\\/][^\\/]+\.yaml$/.test(file) && !file.includes("corpora"));
  const { made, refused, failures } = await fuzz({ runs: 12, seed: 1, files });
  expect(failures).toEqual([]);
  expect(made + refused).toBe(12);
});
