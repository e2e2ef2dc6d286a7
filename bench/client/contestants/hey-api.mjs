import { createClient, createConfig } from "@hey-api/client-fetch";
import { entity, list } from "../paths.mjs";
import { parsedLines, writtenInChunks } from "../rows.mjs";

export const name = "hey-api";

const one = `${entity}{pk}/`;

export const open = ({ url, headers }) => {
  // as its generator configures it
  const client = createClient(createConfig({ baseUrl: url, headers, throwOnError: true, responseStyle: "data" }));
  // its generated functions name the type of each body
  const json = { "Content-Type": "application/json" };
  return {
    get: (pk) => client.get({ url: one, path: { pk } }),
    list: (filters, _page, _page_size) => client.get({ url: list, query: { ...filters, _page, _page_size } }),
    update: (pk, body) => client.patch({ url: one, path: { pk }, body, headers: json }),
    async *stream(count) {
      yield* parsedLines(await client.get({ url: list, query: { _jsonl: true, _page: 1, _page_size: count }, parseAs: "stream" }));
    },
    bulk: (items) => writtenInChunks(items, (body) => client.post({ url: list, body, headers: json })),
  };
};
