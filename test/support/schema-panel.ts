import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import { compileSchema } from "../../generator/compile/compile-schema.js";
import { InvalidSchemaError } from "../../generator/compile/invalid-schema-error.js";
import { readValue } from "../../generator/compile/read-value.js";
import type { Contract } from "../../generator/model/contract.js";
import { holds } from "../../generator/model/interpret.js";
import type { Schema } from "../../generator/model/schema.js";
import { ajvLimits } from "./ajv-limits.js";
import { createAjv, type Verdict } from "./ajv-verdict.js";
import { hyperjumpVerdict } from "./hyperjump-verdict.js";
import type { Panel } from "./panel.js";
import { valuesOf } from "./values-of.js";
import { wordsOf } from "./words.js";

/** Ajv's verdict on a whole JSON Schema. */
export const ajvOn = (schema: JsonValue): Verdict => {
  // a reference that is inlined is resolved against the wrong `$id`
  const validate = createAjv({ validateSchema: false, inlineRefs: false }).compile(schema as object | boolean);
  return (value) => validate(value) === true;
};

/** A schema with everybody who decides about its values. */
export interface SchemaPanel {
  readonly contract: Contract;
  readonly schema: Schema;
  readonly panel: Panel;
}

const readSchema = (text: JsonValue): Contract | undefined => {
  try {
    return readValue(text, {});
  } catch (error) {
    if (
      error instanceof InvalidSchemaError &&
      error.diagnostics.every(({ code, severity }) => severity !== "error" || code === "schema-endless")
    )
      return undefined;
    throw error;
  }
};

/** Undefined where the schema includes itself, which has no verdict. */
export const panelOn = async (text: JsonValue): Promise<SchemaPanel | undefined> => {
  const contract = readSchema(text);
  const [first] = contract?.schemas ?? [];
  if (contract === undefined || first === undefined) return undefined;
  const { schema } = first;
  const { is, validate } = compileSchema(text);
  const others = {
    Hyperjump: await hyperjumpVerdict(text),
    ...(ajvLimits.some(({ meets }) => meets(text)) ? {} : { Ajv: ajvOn(text) }),
  };
  return { contract, schema, panel: { is, validate, interpreter: (value) => holds(schema, value), others } };
};

const lists: readonly JsonValue[] = [[], [1, 1], ["a", 1], [["a", 1], [null]]];

const objects: readonly JsonValue[] = [{}, { a: "a", b: null }, { a: { a: 1, b: "a" }, c: {} }, { a: [{}], b: { a: 1 }, c: 2, other: "a" }];

/** Values of every type, and a few within others, which no schema brings about by itself. */
const anything: readonly JsonValue[] = [null, true, 0, "", "a", ...lists, ...objects];

/** Values that satisfy a schema or miss it by little, and a few of every type. */
export const valuesNear = ({ contract, schema }: SchemaPanel, seed: number, count: number): readonly JsonValue[] => {
  const words = wordsOf(contract.schemaAt.values(), anything);
  return [...anything, ...fc.sample(valuesOf(schema, words), { numRuns: count, seed })];
};
