import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";
import { child, tokens } from "../source/pointer.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../source/value.js";
import type { ReadContext } from "./keyword.js";

/** Reports a value that is none for its keyword. */
export const invalid = (context: ReadContext, expected: string): undefined => {
  const keyword = tokens(context.pointer).at(-1) ?? "";
  context.report("keyword-invalid", { message: `${JSON.stringify(keyword)} must be ${expected}`, at: { pointer: context.pointer } });
  return undefined;
};

export const readNumber = (value: SourceValue, context: ReadContext): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : invalid(context, "a number");

/** A count: non-negative integer (2020-12 validation §6.3–6.5). */
export const readCount = (value: SourceValue, context: ReadContext): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : invalid(context, "a non-negative integer");

export const readPositive = (value: SourceValue, context: ReadContext): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : invalid(context, "a number greater than 0");

export const readBoolean = (value: SourceValue, context: ReadContext): boolean | undefined =>
  typeof value === "boolean" ? value : invalid(context, "true or false");

export const readString = (value: SourceValue, context: ReadContext): string | undefined =>
  typeof value === "string" ? value : invalid(context, "a string");

export const readNames = (value: SourceValue, context: ReadContext): readonly string[] | undefined =>
  isSourceArray(value) && value.every((item): item is string => typeof item === "string")
    ? [...new Set(value)]
    : invalid(context, "a list of property names");

export const readAny = (value: SourceValue): JsonValue => toPlain(value);

export const readValues = (value: SourceValue, context: ReadContext): readonly JsonValue[] | undefined =>
  isSourceArray(value) ? value.map(toPlain) : invalid(context, "a list of values");

const isSchemaValue = (value: SourceValue): boolean => typeof value === "boolean" || isSourceObject(value);

export const readSchema = (value: SourceValue, context: ReadContext): Schema | undefined =>
  isSchemaValue(value) ? context.schema(context.pointer) : invalid(context, "a schema: an object or a boolean");

export const readSchemaList = (value: SourceValue, context: ReadContext): readonly Schema[] | undefined =>
  isSourceArray(value) && value.length > 0 && value.every(isSchemaValue)
    ? value.map((_, index) => context.schema(child(context.pointer, index)))
    : invalid(context, "a list of at least one schema");

export type SchemaMap = ReadonlyMap<string, Schema>;

export const readSchemaMap = (value: SourceValue, context: ReadContext): SchemaMap | undefined =>
  isSourceObject(value) && [...value.values()].every(isSchemaValue)
    ? new Map([...value.keys()].map((key) => [key, context.schema(child(context.pointer, key))]))
    : invalid(context, "an object whose members are schemas");
