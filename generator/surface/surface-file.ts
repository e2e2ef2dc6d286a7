/** Where the surface stands in a package. */
export const surfaceFile = ".openapi-sieve/surface.json";
