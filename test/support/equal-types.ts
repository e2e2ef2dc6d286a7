import type { JsonValue } from "../../generator/code/json-value.js";
import { openapiDocument } from "../../generator/emit/openapi-document.js";
import { readKeptTypes } from "../../generator/emit/types/types-units.js";
import type { WriteTypes } from "../../generator/emit/types.js";
import { versionsOf } from "./versions-of.js";

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
  const counts = { versions: 0, units: 0, known: 0 };
  const differing: string[] = [];
  let kept = "";
  for (const { contract, edited } of versionsOf(document, rounds, seed)) {
    const asked = openapiDocument(contract);
    const [whole, parts] = [await writeTypes(asked), await writeTypes(asked, kept)];
    const [{ kept: left = "", ...written }, before] = ["error" in parts ? { ...parts, kept } : parts, readKeptTypes(kept).units];
    if (JSON.stringify(whole) !== JSON.stringify(written)) differing.push(`${JSON.stringify(edited)}\n${JSON.stringify(whole)}\n${JSON.stringify(written)}`);
    if ("error" in whole) continue;
    const units = [...readKeptTypes(left).units];
    counts.versions++;
    counts.units += units.length;
    counts.known += units.filter(([key, { madeOf }]) => before.get(key)?.madeOf === madeOf).length;
    kept = left;
  }
  return { ...counts, differing };
};
