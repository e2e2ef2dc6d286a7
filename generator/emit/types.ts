import type { OpenAPI3 } from "openapi-typescript";
import { toPlain } from "../source/to-plain.js";
import type { SourceObject } from "../source/value.js";

/** Turns a document into the text of a module with `paths`, `components` and `operations`. */
export type WriteTypes = (document: SourceObject) => Promise<string>;

/** openapi-typescript, loaded when it is needed: its import costs a second. */
export const loadWriteTypes = async (): Promise<WriteTypes> => {
  const { astToString, default: openapiTS } = await import("openapi-typescript");
  return async (document) => {
    // the document is plain data made of a parsed description; openapi-typescript checks its shape itself
    const nodes = await openapiTS(toPlain(document) as unknown as OpenAPI3, {
      alphabetize: false,
      // a default says what the server assumes, not that a request must carry the field
      defaultNonNullable: false,
      silent: true,
    });
    return astToString(nodes);
  };
};
