import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import type { Contract } from "../../generator/model/contract.js";
import { readSpec } from "../../generator/read-spec.js";
import { type Edit, edits, mutate } from "./mutate.js";

export interface Version {
  readonly contract: Contract;
  /** What was done to the version before. */
  readonly edited: readonly Edit[];
}

/** The description, and versions of it without errors, each a few edits from the one before. */
export function* versionsOf(document: JsonValue, rounds: number, seed: number): Generator<Version, void> {
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-versions-"));
  const input = path.join(folder, "input.json");
  let last = document;
  try {
    for (const all of [[], ...fc.sample(edits, { numRuns: rounds, seed })]) {
      const edited = all.slice(0, 2);
      const next = mutate(last, edited);
      if (next === undefined) continue;
      writeFileSync(input, JSON.stringify(next));
      const { contract, diagnostics } = readSpec(input, folder);
      if (contract === undefined || diagnostics.some(({ severity }) => severity === "error")) continue;
      last = next;
      yield { contract, edited };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
