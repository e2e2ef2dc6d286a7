import { raw } from "../code/code.js";
import { endlessSchemas } from "../check/endless-schemas.js";
import { createCollector } from "../diagnostics/collector.js";
import { createModuleWriter } from "../emit/validation/module-scope.js";
import { readContract } from "../model/read-contract.js";
import type { Schema } from "../model/schema.js";
import { loadStrip } from "../print/transpile.js";
import { loadDocument } from "../source/load-document.js";
import { collect, type Report, type Result, type ValidateOptions } from "../../templates/issue.js";
import { InvalidSchemaError } from "./invalid-schema-error.js";
import { createMemoryHost } from "./memory-host.js";
import { runtimeExport } from "./runtime.js";
import { scriptText } from "./script-text.js";

export interface CompileOptions {
  /** Schemas that can be referred to, by their absolute URIs. Those of JSON Schema 2020-12 itself are known. */
  readonly remotes?: Readonly<Record<string, unknown>>;
  /** Whether `format` refuses values, or only describes them. It refuses them unless told otherwise. */
  readonly formats?: "assert" | "annotate";
}

export interface CompiledSchema<Value = unknown> {
  readonly is: (value: unknown) => value is Value;
  /** The value, or every issue that it has. */
  readonly validate: (value: unknown, options?: ValidateOptions) => Result<Value>;
}

const entry = "openapi.json";
const input = "schema.json";

const documentOf = (): object => ({
  openapi: "3.1.0",
  info: { title: "Schema", version: "1" },
  paths: {},
  components: { schemas: { Schema: { $ref: input } } },
});

/** The schema as the generator reads it. */
const readOne = (schema: unknown, { remotes = {}, formats = "assert" }: CompileOptions): Schema => {
  const { report, diagnostics, hasErrors } = createCollector();
  const host = createMemoryHost({ [entry]: documentOf(), [input]: schema }, remotes);
  const { root, files, locate, dynamic, ignoredAt } = loadDocument(entry, host, report);
  const isIgnored = formats === "assert" ? [] : ["format"];
  const contract =
    root === undefined || hasErrors()
      ? undefined
      : readContract(root, report, { dynamic, ignoredAt: (pointer) => new Set([...isIgnored, ...ignoredAt(pointer)]) });
  if (contract !== undefined) endlessSchemas(contract, report);
  const found = contract?.schemas[0]?.schema;
  if (found === undefined || hasErrors()) throw new InvalidSchemaError({ diagnostics: diagnostics(), locate, files });
  return found;
};

interface Functions {
  readonly is: (value: unknown) => boolean;
  readonly report: Report;
}

/** Runs the text. Names in it are the writer's own, and what stems from the schema is quoted in it. */
const load = (schema: Schema): Functions => {
  const writer = createModuleWriter({ plannedFor: () => undefined });
  writer.define(schema, { is: "isSchema", report: "reportSchema", type: raw("unknown") });
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
  const { is, report } = load(readOne(schema, options));
  return {
    is: (value): value is Value => is(value),
    validate: (value, settings) => (is(value) ? { value: value as Value } : collect(report, value, settings)),
  };
};
