import { readFileSync } from "node:fs";
import { compileSchema } from "../../../dist/index.js";

export const name = "openapi-sieve, compileSchema";

const { item } = JSON.parse(readFileSync(new URL("../.built/schemas.json", import.meta.url), "utf8"));
const { $defs, ...own } = item;
const one = compileSchema(item);
const batch = compileSchema({ type: "array", items: { $ref: "#/$defs/item" }, $defs: { ...$defs, item: own } });

const early = { abortEarly: true };

export const is = one.is;
export const first = (value) => one.validate(value, early).issues;
export const all = (value) => one.validate(value).issues;
export const isBatch = batch.is;
export const firstOfBatch = (value) => batch.validate(value, early).issues;
export const allOfBatch = (value) => batch.validate(value).issues;
