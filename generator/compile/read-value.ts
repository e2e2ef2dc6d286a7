import { endlessSchemas } from "../check/endless-schemas.js";
import { createCollector } from "../diagnostics/collector.js";
import type { Contract } from "../model/contract.js";
import { readContract } from "../model/read-contract.js";
import { loadDocument } from "../source/load-document.js";
import { InvalidSchemaError } from "./invalid-schema-error.js";
import { createMemoryHost } from "./memory-host.js";

export interface CompileOptions {
  /** Schemas that can be referred to, by their absolute URIs. Those of JSON Schema 2020-12 itself are known. */
  readonly remotes?: Readonly<Record<string, unknown>>;
  /** Whether `format` refuses values, or only describes them. It refuses them unless told otherwise. */
  readonly formats?: "assert" | "annotate";
}

const entry = "openapi.json";
const input = "schema.json";

const around = (reference: string): object => ({
  openapi: "3.1.0",
  info: { title: "Schema", version: "1" },
  paths: {},
  components: { schemas: { Schema: { $ref: reference } } },
});

const isOpenApi = (value: unknown): boolean =>
  typeof value === "object" && value !== null && typeof (value as { readonly openapi?: unknown }).openapi === "string";

const filesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isOpenApi(value) ? { [entry]: value } : { [entry]: around(input), [input]: value };

/**
 * The contract of an OpenAPI document, or of a JSON Schema as its one component `Schema`. Throws an `InvalidSchemaError` for
 * what is neither.
 */
export const readValue = (value: unknown, { remotes = {}, formats = "assert" }: CompileOptions): Contract => {
  const { report, diagnostics, hasErrors } = createCollector();
  const { root, files, locate, dynamic, ignoredAt } = loadDocument(entry, createMemoryHost(filesOf(value), remotes), report);
  const always = formats === "assert" ? [] : ["format"];
  const contract =
    root === undefined || hasErrors()
      ? undefined
      : readContract(root, report, { dynamic, ignoredAt: (pointer) => new Set([...always, ...ignoredAt(pointer)]) });
  // of the checks, the others are about descriptions: a schema may name fields that it does not describe
  if (contract !== undefined) endlessSchemas(contract, report);
  if (contract === undefined || hasErrors()) throw new InvalidSchemaError({ diagnostics: diagnostics(), locate, files });
  return contract;
};
