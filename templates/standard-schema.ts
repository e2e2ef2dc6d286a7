import type { Issue, Result, ValidateOptions } from "./issue.js";

/** The options of Standard Schema 1.1; `libraryOptions` are a validator's own, `ValidateOptions`. */
export interface StandardOptions {
  readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** The Standard Schema interface, version 1 (https://standardschema.dev), as far as it concerns a validator. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown, options?: StandardOptions | undefined) => Result<Value>;
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

export type { Issue };

export const standardSchema = <Value>(
  validate: (value: unknown, options?: ValidateOptions) => Result<Value>,
): StandardSchema<Value> => ({
  "~standard": {
    version: 1,
    vendor: "openapi-sieve",
    validate: (value, options) => validate(value, options?.libraryOptions),
  },
});
