import {
  type Issue,
  type ListOrganizationusersWhere,
  readListOrganizationusersWhere,
  writeListOrganizationusersWhere,
} from "pigello-accounts";
import { expectTypeOf } from "vitest";

export const nothing: ListOrganizationusersWhere = {};
export const everyKind: ListOrganizationusersWhere = {
  last_name: "Berg",
  first_name: { equals: "Ada" },
  created_at: { gte: "2026-01-01T00:00:00Z", lt: "2027-01-01T00:00:00Z", not: { in: ["2026-06-06T00:00:00Z"] } },
  email: { icontains: "@example.org", not: { isnull: true } },
  detail_access: { in: [0, 2], not: { equals: 1 } },
  is_active: true,
  role: { in: [] },
};

// @ts-expect-error there is no such field
export const unknownField: ListOrganizationusersWhere = { surname: "Berg" };

// @ts-expect-error parameters that are no filters stand in the query
export const noFilter: ListOrganizationusersWhere = { _search: "berg" };

// @ts-expect-error there is no such operator
export const unknownOperator: ListOrganizationusersWhere = { created_at: { after: "2026-01-01T00:00:00Z" } };

// @ts-expect-error a text field has no order
export const orderOfText: ListOrganizationusersWhere = { last_name: { gte: "Berg" } };

// @ts-expect-error a field of fixed values has no text operators
export const textOfBoolean: ListOrganizationusersWhere = { is_active: { icontains: "t" } };

// @ts-expect-error a list where one value belongs
export const listForScalar: ListOrganizationusersWhere = { last_name: ["Berg"] };

// @ts-expect-error a list where one value belongs, below an operator
export const listForOperator: ListOrganizationusersWhere = { last_name: { icontains: ["berg"] } };

// @ts-expect-error one value where a list belongs
export const scalarForList: ListOrganizationusersWhere = { last_name: { in: "Berg" } };

// @ts-expect-error isnull is true or false
export const textForBoolean: ListOrganizationusersWhere = { last_name: { isnull: "true" } };

// @ts-expect-error 3 is none of 0, 1, 2
export const wrongEnum: ListOrganizationusersWhere = { detail_access: 3 };

// @ts-expect-error nor below an operator
export const wrongEnumBelow: ListOrganizationusersWhere = { detail_access: { gte: 3 } };

// @ts-expect-error not takes operators
export const notOfValue: ListOrganizationusersWhere = { last_name: { not: "Berg" } };

// @ts-expect-error not takes the operators of the field
export const notOfUnknown: ListOrganizationusersWhere = { last_name: { not: { gte: "Berg" } } };

// @ts-expect-error not stands once
export const notOfNot: ListOrganizationusersWhere = { last_name: { not: { not: { equals: "Berg" } } } };

// @ts-expect-error the name of the parameter is for the flat query
export const flatName: ListOrganizationusersWhere = { last_name__icontains: "berg" };

expectTypeOf(writeListOrganizationusersWhere).parameters.toEqualTypeOf<[where: ListOrganizationusersWhere]>();
expectTypeOf(writeListOrganizationusersWhere).returns.toEqualTypeOf<URLSearchParams>();
expectTypeOf(readListOrganizationusersWhere).parameters.toEqualTypeOf<[parameters: URLSearchParams]>();

const read = readListOrganizationusersWhere(new URLSearchParams());
if (read.issues === undefined) expectTypeOf(read.value).toEqualTypeOf<ListOrganizationusersWhere>();
else expectTypeOf(read.issues).toEqualTypeOf<readonly Issue[]>();
