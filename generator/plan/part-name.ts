import type { Schema } from "../model/schema.js";
import { tokens } from "../source/pointer.js";
import { pascalCase } from "./words.js";

const skipped = new Set(["properties", "items", "schema", "allOf", "anyOf", "oneOf", "patternProperties"]);

/** Address, for …/properties/address/items */
export const partName = ({ pointer }: Schema): string => {
  const last = tokens(pointer).filter((token) => !skipped.has(token) && !/^\d+$/.test(token)).at(-1);
  return pascalCase(last ?? "", "Part");
};
