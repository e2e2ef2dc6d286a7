import { Compile } from "typebox/compile";
import { Set as setFormat } from "typebox/format";
import schemas from "../.built/schemas.json" with { type: "json" };
import { isDate, isDateTime, isEmail, isLuhn, isUrl, isUuid } from "../formats.mjs";

export const name = "typebox";

for (const [format, check] of Object.entries({ date: isDate, "date-time": isDateTime, email: isEmail, luhn: isLuhn, url: isUrl, uuid: isUuid }))
  setFormat(format, check);

const item = Compile(schemas.inlined);
const batch = Compile({ type: "array", items: schemas.inlined });

export const is = (value) => item.Check(value);
export const all = (value) => (item.Check(value) ? undefined : [...item.Errors(value)]);
export const isBatch = (value) => batch.Check(value);
export const allOfBatch = (value) => (batch.Check(value) ? undefined : [...batch.Errors(value)]);
