import { raw } from "../code/code.js";
import { createModuleWriter } from "../emit/validation/module-scope.js";
import { recursiveSchemas } from "../model/recursive-schemas.js";
import type { Schema } from "../model/schema.js";
import { loadStrip } from "../print/transpile.js";
import { resultOf } from "../../templates/result-of.js";
import type { Report, Result, ValidateOptions } from "../../templates/issue.js";
import { type CompileOptions, readValue } from "./read-value.js";
import { runtimeExport } from "./runtime.js";
import { scriptText } from "./script-text.js";

export interface CompiledSchema<Value = unknown> {
  readonly is: (value: unknown) => value is Value;
  /** The value, or every issue that it has. */
  readonly validate: (value: unknown, options?: ValidateOptions) => Result<Value>;
}

interface Functions {
  readonly is: (value: unknown) => boolean;
  readonly report: Report;
}

const only = (schema: unknown, options: CompileOptions): Schema => {
  const [first] = readValue(schema, options).schemas;
  if (first === undefined) throw new TypeError("compileSchema() takes one JSON Schema; for a description, use emitValidators()");
  return first.schema;
};

/** Runs the text. Names in it are the writer's own, and what stems from the schema is quoted in it. */
const load = (schema: Schema): Functions => {
  const recursive = recursiveSchemas([schema]);
  const writer = createModuleWriter({ plannedFor: () => undefined, partOf: () => undefined, isRecursive: (one) => recursive.has(one) });
  writer.define(schema, { is: "isSchema", report: "reportSchema", isAtDepth: "isSchemaAtDepth", type: raw("unknown") });
  const { text, imports } = scriptText(writer.declarations());
  const script = `"use strict";\n${loadStrip()(text)}\nreturn { is: isSchema, report: reportSchema };`;
  // the one place where text becomes code in process
  const run = new Function(...imports.map(({ alias }) => alias), script);
  return run(...imports.map(({ module, name }) => runtimeExport(module, name))) as Functions;
};

/**
 * A validator for one JSON Schema (2020-12), made by the same emitter as those of packages. Throws an
 * `InvalidSchemaError` for what is no schema.
 */
export const compileSchema = <Value = unknown>(schema: unknown, options: CompileOptions = {}): CompiledSchema<Value> => {
  const { is, report } = load(only(schema, options));
  return {
    is: (value): value is Value => is(value),
    validate: (value, settings) => resultOf(report, value, settings),
  };
};
