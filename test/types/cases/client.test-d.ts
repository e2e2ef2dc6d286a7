import { createClient, createOrganizationuser, getOrganizationuser, listOrganizationusers, paginateOrganizationusers, streamOrganizationusers } from "pigello-accounts";
import type { ApiClient, OrganizationuserRead } from "pigello-accounts";
import { createClient as createTaxfilingClient } from "taxfiling-accounts";

const credentials = {
  customerId: "1",
  applicationId: "2",
  serviceId: "3",
  serviceVersionId: "4",
  clientCt: "5",
  clientObjectId: "6",
  clientSecret: "7",
};

// credentials are all of them, as they are or from a function
export const client: ApiClient = createClient({ environment: "dev.api", credentials });
createClient({ credentials: () => credentials });
createClient({ credentials: async () => credentials, baseUrl: "https://example.org" });
const { clientSecret, ...six } = credentials;
// @ts-expect-error TS2322 one is missing
createClient({ credentials: six });
// @ts-expect-error TS2345 none
createClient({});
// @ts-expect-error TS2322 no such server
createClient({ environment: "test", credentials });
void clientSecret;

createTaxfilingClient({ environment: "staging", credentials: { bearer: "x" } });
createTaxfilingClient({ credentials: { basic: { username: "a", password: "b" } } });
createTaxfilingClient({ credentials: { session: "x" } });
// @ts-expect-error TS2322 no such scheme
createTaxfilingClient({ credentials: { token: "x" } });

// options may be left out where none is required
export const users: Promise<readonly OrganizationuserRead[]> = listOrganizationusers(client);
void listOrganizationusers(client, { where: { last_name: { icontains: "berg" } }, order_by: ["-created_at"], page: 1, pageSize: 100 });
// @ts-expect-error TS2345 a page needs its size
void listOrganizationusers(client, { page: 1 });
// @ts-expect-error TS2322 no such field to order by
void listOrganizationusers(client, { order_by: ["-nothing"] });
// @ts-expect-error TS2353 no such operator
void listOrganizationusers(client, { where: { email_verified: { contains: "x" } } });
// @ts-expect-error TS2554 a path parameter is required
void getOrganizationuser(client);
// @ts-expect-error TS2322 none of the three names
void createOrganizationuser(client, { body: { detail_access: 0 } });

// items are typed
export const iterate = async (): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of paginateOrganizationusers(client, { where: { is_active: true }, pageSize: 10 })) ids.push(id);
  for await (const { id } of streamOrganizationusers(client)) ids.push(id);
  for await (const page of paginateOrganizationusers(client).pages()) ids.push(...page.map(({ id }) => id));
  return ids;
};

// an error is narrowed by its name and its status
export const narrowed = async (): Promise<string> => {
  const result = await getOrganizationuser.safe(client, { pk: "1" });
  if (result.ok) return result.value.id;
  const { error } = result;
  if (error.name === "ValidationError") return error.issues.map(({ message }) => message).join();
  if (error.name === "ApiError") {
    const status: number = error.status;
    return String(status);
  }
  return error.message;
};
