import type {
  Account,
  AccountResponse,
  BatchRegisterAccountsRequest,
  components,
  Order,
  Product,
  ResponseError,
  ResponseStatus,
} from "taxfiling-accounts";
import { expectTypeOf } from "vitest";

export const account: Account = {
  id: 1,
  index: 0,
  refId: 7,
  userName: "ada",
  profileUrl: "https://example.org/ada",
  roles: [],
  permissions: ["CanAccess"],
  createdDate: "/Date(-62135596800000-0000)/",
  lockedDate: null,
  meta: { team: "engines" },
};
export const request: BatchRegisterAccountsRequest = { accounts: [account] };

// @ts-expect-error userName is required
export const nameless: Account = { id: 1, index: 0, refId: 7, profileUrl: "", roles: [], permissions: [] };

// @ts-expect-error the values of a dictionary are texts
export const wrongDictionary: Account = { ...account, meta: { team: 1 } };

// @ts-expect-error createdDate is not nullable
export const wrongNull: Account = { ...account, createdDate: null };

// @ts-expect-error the accounts are required
export const empty: BatchRegisterAccountsRequest = {};

// @ts-expect-error a status has one of the names
export const wrongStatus: Order = { id: 1, productId: 1, accountId: 1, name: "", responseStatusCode: "Teapot" };

expectTypeOf<AccountResponse["account"]>().toEqualTypeOf<Account | undefined>();
expectTypeOf<AccountResponse["products"]>().toEqualTypeOf<Product[]>();
expectTypeOf<AccountResponse["orders"]>().toEqualTypeOf<Order[]>();
expectTypeOf<AccountResponse["responseStatus"]>().toEqualTypeOf<ResponseStatus | undefined>();
expectTypeOf<NonNullable<ResponseStatus["errors"]>>().toEqualTypeOf<ResponseError[]>();
expectTypeOf<components["schemas"]["Product"]>().toEqualTypeOf<Product>();
