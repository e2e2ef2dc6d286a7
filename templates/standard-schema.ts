import type { Issue, Result } from "./issue.js";

/** The Standard Schema interface, version 1 (https://standardschema.dev), as far as it concerns a validator. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Value>;
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

export type { Issue };

export const standardSchema = <Value>(validate: (value: unknown) => Result<Value>): StandardSchema<Value> => ({
  "~standard": { version: 1, vendor: "openapi-sieve", validate: (value) => validate(value) },
});
