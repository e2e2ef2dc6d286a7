import { bulkWriteOrganizationusers, createClient, getOrganizationuser, listOrganizationusers, streamOrganizationusers, updateOrganizationuser } from "../.built/sieve/index.js";
import { chunkSize } from "../rows.mjs";

export const name = "openapi-sieve";

const keys = {
  customerId: "customer-id",
  applicationId: "application-id",
  serviceId: "service-id",
  serviceVersionId: "service-version-id",
  clientCt: "client-ct",
  clientObjectId: "client-entity",
  clientSecret: "client-secret",
};

export const open = ({ url, headers }) => {
  const credentials = Object.fromEntries(Object.entries(keys).map(([key, header]) => [key, headers[`x-pigello-${header}`]]));
  const client = createClient({ baseUrl: url, credentials });
  return {
    get: (pk) => getOrganizationuser(client, { pk }),
    list: (query, page, pageSize) => listOrganizationusers(client, { query, page, pageSize }),
    update: (pk, body) => updateOrganizationuser(client, { pk, body }),
    stream: (count) => streamOrganizationusers(client, { page: 1, pageSize: count }),
    bulk: async function* (items) {
      // one request at a time, as the others
      for await (const result of bulkWriteOrganizationusers.stream(client, items, { chunkSize, concurrency: 1 })) {
        if (result.status !== "written") throw new Error(`row ${result.index}: ${result.status}`);
        yield result.value;
      }
    },
  };
};
