import * as pigello from "../../../generated/pigello-accounts/src/runtime/client/errors.js";
import { BulkError as PigelloBulkError } from "../../../generated/pigello-accounts/src/runtime/client/bulk/result.js";
import * as taxfiling from "../../../generated/taxfiling-accounts/src/runtime/client/errors.js";
import { BulkError as TaxfilingBulkError } from "../../../generated/taxfiling-accounts/src/runtime/client/bulk/result.js";
import type { OperationCase } from "./operations.js";

const classes = {
  pigello: { ...pigello, BulkError: PigelloBulkError },
  taxfiling: { ...taxfiling, BulkError: TaxfilingBulkError },
} as const;

interface Told {
  readonly name: keyof typeof pigello;
  readonly status?: number;
  readonly code?: string;
  readonly operation: string;
  readonly url: string;
}

/** `ApiError 503`, `NetworkError`: only for an error of the package, whose class and fields are what they should be. */
const nameOf = (error: unknown, { name, api }: OperationCase): string => {
  const told = error as Told;
  const type = Object.hasOwn(classes[api], told.name) ? classes[api][told.name] : undefined;
  if (type === undefined || !(error instanceof type)) return `not typed: ${String(error)}`;
  const operation = name.replace(".once", "").replace(/^(?:paginate|stream)/, "list");
  if (told.operation !== operation || told.url.includes("?")) return `of another operation: ${told.operation} ${told.url}`;
  return told.status === undefined ? told.name : `${told.name} ${told.status}`;
};

interface Item {
  readonly status: string;
  readonly applied?: string;
  readonly error?: unknown;
}

const isBulk = (value: unknown): value is { readonly results: readonly Item[] } => typeof value === "object" && value !== null && "results" in value;

/** `fine`, the name of the error, or what became of the items of a bulk write. */
export const outcomeOf = async (going: Promise<unknown>, operation: OperationCase): Promise<string> => {
  try {
    const value = await going;
    if (!isBulk(value)) return "fine";
    const told = value.results.map(({ status, applied, error }) => (applied === undefined ? status : `${status}, ${applied} applied: ${nameOf(error, operation)}`));
    return [...new Set(told)].join("; ");
  } catch (error) {
    const { name, cause } = error as { readonly name?: string; readonly cause?: unknown };
    return name === "BulkError" ? `${nameOf(error, operation)}: ${nameOf(cause, operation)}` : nameOf(error, operation);
  }
};
