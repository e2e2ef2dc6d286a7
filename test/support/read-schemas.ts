import type { JsonValue } from "../../generator/code/json-value.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import type { Contract } from "../../generator/model/contract.js";
import { readContract } from "../../generator/model/read-contract.js";
import type { SourceObject, SourceValue } from "../../generator/source/value.js";

const sourceOf = (value: JsonValue): SourceValue => {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(sourceOf);
  return value !== null && typeof value === "object"
    ? new Map(Object.entries(value as Readonly<Record<string, JsonValue>>).map(([key, member]) => [key, sourceOf(member)]))
    : (value as SourceValue);
};

export type SchemaTexts = Readonly<Record<string, JsonValue>>;

/** An OpenAPI document of nothing but components. */
export const documentOf = (schemas: SchemaTexts): JsonValue => ({
  openapi: "3.1.0",
  info: { title: "Random", version: "1" },
  paths: {},
  components: { schemas },
});

/** The contract of such a document; an error in it is a bug of the test that wrote it. */
export const contractOf = (schemas: SchemaTexts): Contract => {
  const { report, diagnostics } = createCollector();
  const contract = readContract(sourceOf(documentOf(schemas)) as SourceObject, report);
  const errors = diagnostics().filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  return contract;
};
