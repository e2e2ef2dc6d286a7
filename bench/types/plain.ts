import type { components, operations } from "./pigello-accounts.js";
import type { components as taxfiling } from "./taxfiling-accounts.js";

type Query = NonNullable<operations["listOrganizationusers"]["parameters"]["query"]>;
type OrganizationuserRead = components["schemas"]["OrganizationuserRead"];
type Page = operations["listOrganizationusers"]["responses"][200]["content"]["application/json"];
type OrganizationuserWrite = components["schemas"]["OrganizationuserWrite"];
type Account = taxfiling["schemas"]["Account"];
type AccountResponse = taxfiling["schemas"]["AccountResponse"];
type BatchRegisterAccountsRequest = taxfiling["schemas"]["BatchRegisterAccountsRequest"];

export const order: NonNullable<Query["_order_by"]> = ["-created_at", "last_name"];

export const query: Query = {
  _page: 1,
  _page_size: 100,
  _order_by: order,
  created_at__gte: "2026-01-01T00:00:00Z",
  last_name__icontains: "berg",
  "email__isnull!": true,
  detail_access__in: [0, 1],
  "last_name__startswith!": "A",
  id__in: ["497f6eca-6276-4993-bfeb-53cbbbba6f08"],
};

export const users: OrganizationuserWrite[] = [
  { detail_access: 0, first_name: "Astrid" },
  { detail_access: 1, corporate_name: "Berg AB", org_no: "556016-0680" },
  { detail_access: 2, last_name: "Berg", email: "berg@example.com", external_clients: [], profile_picture: null },
];

export const names = (page: Page): readonly string[] =>
  page.map((user: OrganizationuserRead) => user.first_name ?? user.last_name ?? user.corporate_name ?? user.id);

const account: Account = {
  id: 1,
  index: 0,
  refId: 7,
  userName: "astrid",
  profileUrl: "https://example.com/astrid",
  roles: ["Admin"],
  permissions: ["CanAccess"],
};

export const request: BatchRegisterAccountsRequest = { accounts: [account, { ...account, index: 1, userName: "berit" }] };

export const failed = (responses: readonly AccountResponse[]): readonly string[] =>
  responses.flatMap((response) => response.responseStatus?.errors?.map((error) => error.message ?? "") ?? []);
