import first_ from "../.built/ajv/theirs-first.cjs";
import all_ from "../.built/ajv/theirs-all.cjs";
import { ajvContestant } from "../ajv-contestant.mjs";

export const name = "ajv standalone, ajv-formats";
export const { is, first, all, isBatch, firstOfBatch, allOfBatch } = ajvContestant(first_, all_);
