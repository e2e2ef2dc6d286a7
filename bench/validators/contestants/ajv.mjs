import first_ from "../.built/ajv/ours-first.cjs";
import all_ from "../.built/ajv/ours-all.cjs";
import { ajvContestant } from "../ajv-contestant.mjs";

export const name = "ajv standalone, same formats";
export const { is, first, all, isBatch, firstOfBatch, allOfBatch } = ajvContestant(first_, all_);
