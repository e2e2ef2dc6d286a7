import { bulkWriteOrganizationusers, createClient, createOrganizationuser, getOrganizationuser, listOrganizationusers, paginateOrganizationusers, streamOrganizationusers, updateOrganizationuser } from "pigello-accounts";
import type { ApiClient, ClientWith, ListOrganizationusersWhere, OrganizationuserRead, OrganizationuserReadWith, OrganizationuserWriteWith } from "pigello-accounts";
import { batchRegisterAccounts, createClient as createTaxfilingClient } from "taxfiling-accounts";
import { expectTypeOf } from "vitest";

declare const credentials: Parameters<typeof createClient>[0]["credentials"];

const plain = createClient({ credentials });
const dated = createClient({ credentials, dates: "Date" });
const temporal = createClient({ credentials, dates: "Temporal" });

expectTypeOf(plain).toExtend<ApiClient>();
expectTypeOf(dated).toExtend<ClientWith<{ dates: "Date" }>>();
// @ts-expect-error TS2322 what it gives is something else
export const wrong: ApiClient = dated;
// @ts-expect-error TS2322 no such form
createClient({ credentials, dates: "date" });
// @ts-expect-error TS2353 a misspelt option is one nobody has
createClient({ credentials, dates: "Date", tiemout: 5 });

// what is left open, as ReturnType and Parameters leave it, is what the package does by default
expectTypeOf<ReturnType<typeof createClient>>().toExtend<ApiClient>();
expectTypeOf<Awaited<ReturnType<typeof getOrganizationuser>>>().toEqualTypeOf<OrganizationuserRead>();
expectTypeOf<NonNullable<Parameters<typeof listOrganizationusers>[1]>["where"]>().toEqualTypeOf<ListOrganizationusersWhere | undefined>();

// a value that is one of several
declare const either: "string" | "Date";
const open = createClient({ credentials, dates: either });

export const read = async (): Promise<void> => {
  expectTypeOf((await getOrganizationuser(plain, { pk: "1" })).created_at).toEqualTypeOf<string | undefined>();
  expectTypeOf((await getOrganizationuser(open, { pk: "1" })).created_at).toEqualTypeOf<string | Date | undefined>();
  const user = await getOrganizationuser(dated, { pk: "1" });
  expectTypeOf(user.created_at).toEqualTypeOf<Date | undefined>();
  expectTypeOf(user.birth_date).toEqualTypeOf<Date | null | undefined>();
  expectTypeOf(user.first_name).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(user).toExtend<OrganizationuserReadWith<{ dates: "Date" }>>();
  // @ts-expect-error a Date is no text
  user.created_at?.slice(1);

  const result = await getOrganizationuser.safe(dated, { pk: "1" });
  if (result.ok) expectTypeOf(result.value.last_login).toEqualTypeOf<Date | null | undefined>();
  for await (const { created_at } of streamOrganizationusers(dated)) expectTypeOf(created_at).toEqualTypeOf<Date | undefined>();
  for await (const { created_at } of paginateOrganizationusers(dated)) expectTypeOf(created_at).toEqualTypeOf<Date | undefined>();
  const instant = (await getOrganizationuser(temporal, { pk: "1" })).created_at;
  expectTypeOf(instant?.epochMilliseconds).toEqualTypeOf<number | undefined>();
};

// what was read can be written, and so can the wire's own text
export const write = async (body: OrganizationuserWriteWith<{ dates: "Date" }>): Promise<void> => {
  await updateOrganizationuser(dated, { pk: "1", body });
  await createOrganizationuser(dated, { body: { detail_access: 0, first_name: "x", active_to: new Date(), birth_date: "2026-01-01" } });
  // @ts-expect-error TS2322 no Date without `dates`
  await createOrganizationuser(plain, { body: { detail_access: 0, first_name: "x", active_to: new Date() } });
  // @ts-expect-error TS2322 none of the three names, whatever the dates
  await createOrganizationuser(dated, { body: { detail_access: 0, active_to: new Date() } });
  // @ts-expect-error TS2353 no such field
  await createOrganizationuser(dated, { body: { detail_access: 0, first_name: "x", unknown_field: 1 } });
  await listOrganizationusers(dated, { where: { created_at: { gte: new Date(), not: { in: [new Date(), "2026-01-01T00:00:00Z"] } }, email: { icontains: "x" } } });
  await listOrganizationusers(dated, { query: { created_at__gte: new Date(), "birth_date__in!": [new Date()] } });
  // @ts-expect-error TS2322 a name is no moment
  await listOrganizationusers(dated, { where: { email: new Date() } });
  // @ts-expect-error TS2322 no Date without `dates`
  await listOrganizationusers(plain, { where: { created_at: { gte: new Date() } } });

  const { results } = await bulkWriteOrganizationusers(dated, [{ detail_access: 1, first_name: "x", active_to: new Date() }]);
  const [first] = results;
  if (first?.status === "written") expectTypeOf(first.value?.active_to).toEqualTypeOf<Date | null | undefined>();
  // @ts-expect-error TS2322 none of the three names
  await bulkWriteOrganizationusers(dated, [{ detail_access: 1, active_to: new Date() }]);

  const taxfiling = createTaxfilingClient({ credentials: { bearer: "x" }, dates: "Date", int64: "bigint" });
  const [registered] = await batchRegisterAccounts.once(taxfiling, { body: { accounts: [] }, accept: "text/jsonl" });
  expectTypeOf(registered?.index).toEqualTypeOf<bigint | undefined>();
  expectTypeOf(registered?.account?.birthDate).toEqualTypeOf<Date | null | undefined>();
  expectTypeOf(registered?.orders[0]?.requestDuration).toEqualTypeOf<string | null | undefined>();
  // @ts-expect-error TS2322 no such media type
  await batchRegisterAccounts.once(taxfiling, { body: { accounts: [] }, accept: "text/csv" });
};
