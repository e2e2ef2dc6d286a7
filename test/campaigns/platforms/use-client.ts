import { bulkWriteOrganizationusers, createClient, createOrganizationuser, describeFile, listOrganizationusers, paginateOrganizationusers, streamOrganizationusers, uploadFile } from "pigello-accounts";
import type { ClientOptions } from "pigello-accounts";

export interface Job {
  readonly baseUrl: string;
  readonly credentials: ClientOptions["credentials"];
}

const countOf = async (items: AsyncIterable<unknown>, most = Infinity): Promise<number> => {
  let count = 0;
  for await (const _ of items) if (++count === most) break;
  return count;
};

/** What a program on some platform sees of the API; each part is what `expected` says. */
export const useClient = async ({ baseUrl, credentials }: Job): Promise<object> => {
  const client = createClient({ baseUrl, credentials, dates: "Date" });
  const page = await listOrganizationusers(client, { where: { last_name: { not: { isnull: true } } }, page: 1, pageSize: 5 });
  const rows = Array.from({ length: 7 }, (_, index) => ({ detail_access: 1, ...(index === 3 ? {} : { first_name: `Row ${index}` }) }) as const);
  const { results } = await bulkWriteOrganizationusers(client, rows as never, { chunkSize: 2 });
  const data = new Blob(["hello ".repeat(20_000)]);
  const { profile_picture } = await createOrganizationuser(client, { body: { detail_access: 1, first_name: "x", profile_picture: await describeFile("a.txt", data) } });
  const refused = await createOrganizationuser.safe(client, { body: { detail_access: 1 } as never });
  const gone = await listOrganizationusers.safe(createClient({ baseUrl: "http://127.0.0.1:9", credentials, retry: false }));
  return {
    page: page.length,
    isDate: page[0]?.created_at instanceof Date,
    all: await countOf(paginateOrganizationusers(client, { pageSize: 50, where: { first_name: { not: { startswith: "Row" } } } })),
    lines: (await countOf(streamOrganizationusers(client))) > 300,
    early: await countOf(streamOrganizationusers(client), 3),
    bulk: results.map(({ status }) => status).join(" "),
    uploaded: profile_picture === undefined || profile_picture === null ? 0 : (await uploadFile(client, profile_picture as never, data)).size,
    refused: refused.ok ? "" : refused.error.name,
    gone: gone.ok ? "" : gone.error.name,
  };
};

export const expected = {
  page: 5,
  isDate: true,
  all: 301,
  lines: true,
  early: 3,
  bulk: "written written written rejected written written written",
  uploaded: 120_000,
  refused: "ValidationError",
  gone: "NetworkError",
};
