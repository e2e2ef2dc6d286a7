import { isOrganizationuserWrite, validateOrganizationuserWrite } from "../.built/sieve/schemas/organizationuser-write.js";
import { isOrganizationuserWriteBatch, validateOrganizationuserWriteBatch } from "../.built/sieve/schemas/organizationuser-write-batch.js";

export const name = "openapi-sieve";

const early = { abortEarly: true };

export const is = isOrganizationuserWrite;
export const first = (value) => validateOrganizationuserWrite(value, early).issues;
export const all = (value) => validateOrganizationuserWrite(value).issues;
export const isBatch = isOrganizationuserWriteBatch;
export const firstOfBatch = (value) => validateOrganizationuserWriteBatch(value, early).issues;
export const allOfBatch = (value) => validateOrganizationuserWriteBatch(value).issues;
