import type {
  ListOrganizationusersFilterParameter,
  ListOrganizationusersLastNameParameter,
  ListOrganizationusersOrderBy,
  ListOrganizationusersQuery,
} from "pigello-accounts";
import { expectTypeOf } from "vitest";

export const nothing: ListOrganizationusersQuery = {};
export const everyKind: ListOrganizationusersQuery = {
  _page: 1,
  _page_size: 100,
  _order_by: ["-created_at", "last_name"],
  _search: "berg",
  _slim: true,
  tags: [{ id: 1 }],
  last_name: "Berg",
  "last_name!": "Berg",
  last_name__icontains: "berg",
  last_name__in: ["Berg", "Lund"],
  last_name__isnull: false,
  "created_at__gte!": "2026-01-01T00:00:00Z",
  detail_access__in: [0, 1],
  is_active: true,
};

// @ts-expect-error _page goes with _page_size
export const pageAlone: ListOrganizationusersQuery = { _page: 1 };

// @ts-expect-error _page_size goes with _page
export const pageSizeAlone: ListOrganizationusersQuery = { _page_size: 100 };

// @ts-expect-error there is no such operator
export const unknownOperator: ListOrganizationusersQuery = { created_at__after: "2026-01-01T00:00:00Z" };

// @ts-expect-error a text field has no order
export const orderOfText: ListOrganizationusersQuery = { last_name__gte: "Berg" };

// @ts-expect-error a list where one value belongs
export const listForScalar: ListOrganizationusersQuery = { last_name__icontains: ["berg"] };

// @ts-expect-error one value where a list belongs
export const scalarForList: ListOrganizationusersQuery = { last_name__in: "Berg" };

// @ts-expect-error isnull is true or false
export const textForBoolean: ListOrganizationusersQuery = { last_name__isnull: "true" };

// @ts-expect-error 3 is none of 0, 1, 2
export const wrongEnum: ListOrganizationusersQuery = { detail_access: 3 };

// @ts-expect-error nor inside a list
export const wrongEnumInList: ListOrganizationusersQuery = { detail_access__in: [0, 3] };

// @ts-expect-error there is no such field
export const unknownField: ListOrganizationusersQuery = { surname: "Berg" };

// @ts-expect-error what is no filter cannot be negated
export const negatedOther: ListOrganizationusersQuery = { "_search!": "berg" };

// @ts-expect-error nobody can be ordered by password
export const unknownOrder: ListOrganizationusersQuery = { _order_by: ["password"] };

// @ts-expect-error the order is a list
export const orderAsText: ListOrganizationusersQuery = { _order_by: "created_at" };

// The names of parameters are unions of literals.
expectTypeOf<ListOrganizationusersLastNameParameter>().toExtend<ListOrganizationusersFilterParameter>();
expectTypeOf<ListOrganizationusersFilterParameter>().toExtend<keyof ListOrganizationusersQuery>();
expectTypeOf<"last_name__icontains!">().toExtend<ListOrganizationusersLastNameParameter>();
expectTypeOf<"last_name__gte">().not.toExtend<ListOrganizationusersLastNameParameter>();
expectTypeOf<"first_name">().not.toExtend<ListOrganizationusersLastNameParameter>();
expectTypeOf<"_page">().not.toExtend<ListOrganizationusersFilterParameter>();
expectTypeOf<string>().not.toExtend<ListOrganizationusersFilterParameter>();
expectTypeOf<"-created_at">().toExtend<ListOrganizationusersOrderBy>();
expectTypeOf<"--created_at">().not.toExtend<ListOrganizationusersOrderBy>();
expectTypeOf<"_page">().not.toExtend<ListOrganizationusersOrderBy>();
