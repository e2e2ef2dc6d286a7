import type { JsonValue } from "../../code/json-value.js";
import type { JsonType } from "../../model/schema.js";
import { type Flat, hasType, type LimitName, lowerLimits, typeOfValue } from "./flat.js";

/** The types that a limit says something of. */
export const groupOf: Readonly<Record<LimitName, readonly JsonType[]>> = {
  minimum: ["number", "integer"],
  exclusiveMinimum: ["number", "integer"],
  maximum: ["number", "integer"],
  exclusiveMaximum: ["number", "integer"],
  minLength: ["string"],
  maxLength: ["string"],
  minItems: ["array"],
  maxItems: ["array"],
  minProperties: ["object"],
  maxProperties: ["object"],
};

const length = (text: string): number => [...text].length;

const keepsLimit = (name: LimitName, limit: number, value: JsonValue): boolean => {
  const size =
    typeof value === "number" ? value : typeof value === "string" ? length(value) : Array.isArray(value) ? value.length : typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
  if (size === undefined || !groupOf[name].some((type) => type === typeOfValue(value))) return true;
  if (name === "exclusiveMinimum") return size > limit;
  if (name === "exclusiveMaximum") return size < limit;
  return lowerLimits.some((one) => one === name) ? size >= limit : size <= limit;
};

/** Limits that make another one hold as well. */
const stricter: Readonly<Partial<Record<LimitName, LimitName>>> = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" };

export const impliesLimit = (flat: Flat, name: LimitName, limit: number): boolean => {
  if (!hasType(flat, groupOf[name])) return true;
  if (flat.listed !== undefined) return flat.listed.every((value) => keepsLimit(name, limit, value));
  const isLower = lowerLimits.some((one) => one === name);
  const other = stricter[name];
  const own = [flat.limits.get(name), other === undefined ? undefined : flat.limits.get(other)];
  if (own.some((value) => value !== undefined && (isLower ? value >= limit : value <= limit))) return true;
  const inclusive = name === "exclusiveMinimum" ? flat.limits.get("minimum") : name === "exclusiveMaximum" ? flat.limits.get("maximum") : undefined;
  if (inclusive !== undefined && (isLower ? inclusive > limit : inclusive < limit)) return true;
  // so many members are required
  return name === "minProperties" && flat.required.size >= limit;
};

export const isMultiple = (value: number, of: number): boolean => Number.isInteger(value / of);

export const impliesMultiple = (flat: Flat, of: number): boolean => {
  if (!hasType(flat, ["number", "integer"])) return true;
  if (flat.listed !== undefined) return flat.listed.every((value) => typeof value !== "number" || isMultiple(value, of));
  return flat.multiples.some((own) => isMultiple(own, of)) || (of === 1 && !flat.types.has("number"));
};
