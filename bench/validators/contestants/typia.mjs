import * as formats from "../formats.mjs";
import { isItem, isItems, validateItem, validateItems } from "../.built/typia/validators.js";

export const name = "typia";

// its tags call functions by a global name
globalThis.benchFormats = { ...formats, isPhone: (text) => formats.phone.test(text) };

const rule = [{ path: "$input", expected: formats.ruleText }];

export const is = (value) => isItem(value) && formats.hasName(value);
export const all = (value) => {
  const result = validateItem(value);
  return result.success ? (formats.hasName(value) ? undefined : rule) : result.errors;
};
export const isBatch = (value) => isItems(value) && value.every(formats.hasName);
export const allOfBatch = (value) => {
  const result = validateItems(value);
  return result.success ? (value.every(formats.hasName) ? undefined : rule) : result.errors;
};
