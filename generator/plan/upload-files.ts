import type { Contract, NamedSchema } from "../model/contract.js";
import type { Schema } from "../model/schema.js";

/** What a package with uploads exports beside what its description names. */
export const uploadTypes = ["FileDescription", "UploadData", "UploadError", "UploadFunction", "UploadOptions", "UploadProgress", "UploadedFile"] as const;

const target = (schema: Schema | undefined): Schema | undefined => {
  const { $ref, properties } = schema?.keywords ?? {};
  return $ref !== undefined && properties === undefined ? target($ref.schema()) : schema;
};

const has = (schema: Schema | undefined, names: readonly string[]): boolean =>
  names.every((name) => target(schema)?.keywords.properties?.has(name) === true);

/**
 * Components that describe a file as Pigello does: `md5_hash` announces it, and `post`, with `url` and `fields`, tells where it
 * goes. So special are these names together that nothing else says it; the types are looked at when a file is uploaded.
 */
export const uploadFiles = ({ operations, schemas }: Contract): readonly NamedSchema[] =>
  operations.length === 0
    ? []
    : schemas.filter(({ schema }) => has(schema, ["md5_hash", "post"]) && has(target(schema)?.keywords.properties?.get("post"), ["url", "fields"]));

/** Names that no schema and no operation gets, where the contract has uploads. */
export const uploadNames = (contract: Contract): ReadonlySet<string> =>
  new Set(uploadFiles(contract).length === 0 ? [] : ["uploadFile", "describeFile", ...uploadTypes]);
