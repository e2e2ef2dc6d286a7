import { checks } from "../../generator/check/index.js";
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

interface ReadSchemas {
  readonly contract: Contract;
  readonly errors: readonly string[];
}

const read = (schemas: SchemaTexts): ReadSchemas => {
  const { report, diagnostics } = createCollector();
  const contract = readContract(sourceOf(documentOf(schemas)) as SourceObject, report);
  for (const check of checks) check(contract, report);
  const errors = diagnostics().filter(({ severity }) => severity === "error");
  return { contract, errors: errors.map(({ code, message }) => `${code} ${message}`) };
};

/** Would the description be refused? */
export const isRefused = (schemas: SchemaTexts): boolean => read(schemas).errors.length > 0;

/** The contract of such a document, rules about unknown fields allowed. */
export const contractOf = (schemas: SchemaTexts): Contract => {
  const { contract, errors } = read(schemas);
  // JSON Schema lets a rule name any field; it is the check that wants them declared
  const others = errors.filter((error) => !error.startsWith("rule-field-unknown"));
  if (others.length > 0) throw new Error(others.join("; "));
  return contract;
};
