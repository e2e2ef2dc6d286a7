/** The fields of a Path Item Object that hold an operation (OpenAPI 3.1 §4.8.9; `query` of 3.2 §4.8.9). */
export const operationMethods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
