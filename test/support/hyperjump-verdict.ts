import "@hyperjump/json-schema/formats";
import "@hyperjump/json-schema/openapi-3-0";
import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import type { JsonValue } from "../../generator/code/json-value.js";
import type { Verdict } from "./ajv-verdict.js";

const dialects = {
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
  "OpenAPI 3.0": "https://spec.openapis.org/oas/3.0/dialect",
} as const;

/** How schemas without `$schema` are read. */
export type Dialect = keyof typeof dialects;

/**
 * Hyperjump's verdicts on schemas of a document, by fragments such as `#` or `#/$defs/Pet`. Formats assert. The library
 * interprets schemas keyword by keyword, and shares no code with Ajv nor with us.
 */
export const hyperjumpVerdicts = async (
  document: JsonValue,
  dialect: Dialect,
  fragments: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> => {
  setShouldValidateFormat(true);
  // whether schemas are right is not asked, and descriptions are none
  setShouldValidateSchema(false);
  // a registry of the whole process, so what is put there is taken out again
  const uri = "https://example.org/hyperjump";
  registerSchema(document as SchemaObject | boolean, uri, dialects[dialect]);
  try {
    const verdicts = fragments.map(async (fragment): Promise<readonly [string, Verdict]> => {
      const validator = await validate(`${uri}${fragment}`);
      return [fragment, (value) => validator(value as Parameters<typeof validator>[0]).valid];
    });
    return new Map(await Promise.all(verdicts));
  } finally {
    unregisterSchema(uri);
  }
};

/** Hyperjump's verdict on one JSON Schema. */
export const hyperjumpVerdict = async (schema: JsonValue): Promise<Verdict> => {
  const verdict = (await hyperjumpVerdicts(schema, "2020-12", ["#"])).get("#");
  if (verdict === undefined) throw new Error("there is no verdict");
  return verdict;
};
