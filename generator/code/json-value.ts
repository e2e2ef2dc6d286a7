/** Plain JSON data, as it stands in `enum`, `const`, `default` and examples. Objects have no prototype. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
