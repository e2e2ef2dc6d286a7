import type { StandardSchemaV1 } from "@standard-schema/spec";
import {
  isOrganizationuserWrite,
  type Issue,
  type IssueCode,
  type ListOrganizationusersQuery,
  type OrganizationuserRead,
  OrganizationuserReadSchema,
  type OrganizationuserWrite,
  OrganizationuserWriteSchema,
  type ValidateOptions,
  validateListOrganizationusersQuery,
  validateOrganizationuserWrite,
  validateOrganizationuserWriteBatch,
} from "pigello-accounts";
import { type Account, AccountSchema, validateAccountBatch } from "taxfiling-accounts";
import { expectTypeOf } from "vitest";

declare const value: unknown;

const result = validateOrganizationuserWrite(value, { abortEarly: true });
if (result.issues === undefined) expectTypeOf(result.value).toEqualTypeOf<OrganizationuserWrite>();
else expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
// @ts-expect-error whether there is a value has to be looked at first
expectTypeOf(result.value).toEqualTypeOf<OrganizationuserWrite>();

if (isOrganizationuserWrite(value)) expectTypeOf(value).toEqualTypeOf<OrganizationuserWrite>();

declare const options: ValidateOptions;
expectTypeOf(validateOrganizationuserWrite).toBeCallableWith(value, options);
expectTypeOf(validateOrganizationuserWriteBatch).toBeCallableWith(value, options);
// @ts-expect-error there is no such option
validateOrganizationuserWrite(value, { abortearly: true });

const batch = validateOrganizationuserWriteBatch([]);
if (batch.issues === undefined) expectTypeOf(batch.value).toEqualTypeOf<OrganizationuserWrite[]>();
const accounts = validateAccountBatch([]);
if (accounts.issues === undefined) expectTypeOf(accounts.value).toEqualTypeOf<Account[]>();
const query = validateListOrganizationusersQuery({});
if (query.issues === undefined) expectTypeOf(query.value).toEqualTypeOf<ListOrganizationusersQuery>();

// An issue can be read without knowing its code, and codes are known.
expectTypeOf<Issue["path"]>().toEqualTypeOf<readonly (string | number)[]>();
expectTypeOf<Issue["message"]>().toEqualTypeOf<string>();
expectTypeOf<Issue["fields"]>().toEqualTypeOf<readonly string[] | undefined>();
expectTypeOf<"atLeastOne">().toExtend<IssueCode>();
expectTypeOf<"someOtherCode">().not.toExtend<IssueCode>();

// The interface of Standard Schema, as its own package declares it.
export const write: StandardSchemaV1<OrganizationuserWrite> = OrganizationuserWriteSchema;
export const any: readonly StandardSchemaV1[] = [OrganizationuserWriteSchema, OrganizationuserReadSchema, AccountSchema];
expectTypeOf<StandardSchemaV1.InferOutput<typeof OrganizationuserReadSchema>>().toEqualTypeOf<OrganizationuserRead>();
expectTypeOf<StandardSchemaV1.InferInput<typeof AccountSchema>>().toEqualTypeOf<Account>();
