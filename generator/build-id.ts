declare const OPENAPI_SIEVE_BUILD: string | undefined;

/** Changes with every change of the tool: the build puts a hash of its sources here. */
export const buildId = (): string => (typeof OPENAPI_SIEVE_BUILD === "string" ? OPENAPI_SIEVE_BUILD : "source");
