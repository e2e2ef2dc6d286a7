import type { Operation } from "../../model/contract.js";
import { tokens } from "../../source/pointer.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** How a result says that its item failed: `failed` and `errors` of `x-bulk`. */
export interface BulkFailures {
  readonly failed?: readonly string[];
  readonly errors?: { readonly list: readonly string[]; readonly field?: string; readonly code?: string; readonly message?: string };
}

const memberOf = (value: SourceValue | undefined, key: string): SourceValue | undefined => (isSourceObject(value) ? value.get(key) : undefined);

const textAt = (value: SourceValue | undefined, key: string): string | undefined => {
  const text = memberOf(value, key);
  return typeof text === "string" ? text : undefined;
};

const named = (value: SourceValue | undefined, key: "field" | "code" | "message"): Readonly<Record<string, string>> => {
  const text = textAt(value, key);
  return text === undefined ? {} : { [key]: text };
};

/** Read from the document: the model has no use for them. */
export const failuresOf = ({ pointer }: Operation, document: SourceObject): BulkFailures => {
  const bulk = memberOf(tokens(pointer).reduce<SourceValue | undefined>(memberOf, document), "x-bulk");
  const failed = textAt(bulk, "failed");
  const errors = memberOf(bulk, "errors");
  const list = textAt(errors, "list");
  return {
    ...(failed === undefined ? {} : { failed: tokens(failed) }),
    ...(list === undefined ? {} : { errors: { list: tokens(list), ...named(errors, "field"), ...named(errors, "code"), ...named(errors, "message") } }),
  };
};
