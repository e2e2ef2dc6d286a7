import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import { openapiDocument } from "../../generator/emit/openapi-document.js";
import { readKeptTypes } from "../../generator/emit/types/types-units.js";
import type { WriteTypes } from "../../generator/emit/types.js";
import { readSpec } from "../../generator/read-spec.js";
import { edits, mutate } from "./mutate.js";

export interface EqualTypes {
  /** Versions of the description whose types were written, and units of them all. */
  readonly versions: number;
  readonly units: number;
  /** Units that were taken from the version before. */
  readonly known: number;
  /** Where what was written in parts is another text than what was written as a whole. */
  readonly differing: readonly string[];
}

/** Plain types have to be the same, whether they are written of a description alone, or in parts of which some are those of another version. */
export const equalTypes = async (document: JsonValue, writeTypes: WriteTypes, rounds: number, seed: number): Promise<EqualTypes> => {
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-types-"));
  const input = path.join(folder, "input.json");
  const counts = { versions: 0, units: 0, known: 0 };
  const differing: string[] = [];
  let [last, kept] = [document, ""];
  for (const [round, all] of [[], ...fc.sample(edits, { numRuns: rounds, seed })].entries()) {
    const next = mutate(last, round === 0 ? [] : all.slice(0, 2));
    if (next === undefined) continue;
    writeFileSync(input, JSON.stringify(next));
    const { contract, diagnostics } = readSpec(input, folder);
    if (contract === undefined || diagnostics.some(({ severity }) => severity === "error")) continue;
    const asked = openapiDocument(contract);
    const [whole, parts] = [await writeTypes(asked), await writeTypes(asked, kept)];
    const [{ kept: left = "", ...written }, before] = ["error" in parts ? { ...parts, kept } : parts, readKeptTypes(kept).units];
    if (JSON.stringify(whole) !== JSON.stringify(written)) differing.push(`${JSON.stringify(all)}\n${JSON.stringify(whole)}\n${JSON.stringify(written)}`);
    if ("error" in whole) continue;
    const units = [...readKeptTypes(left).units];
    counts.versions++;
    counts.units += units.length;
    counts.known += units.filter(([key, { madeOf }]) => before.get(key)?.madeOf === madeOf).length;
    [last, kept] = [next, left];
  }
  rmSync(folder, { recursive: true });
  return { ...counts, differing };
};
