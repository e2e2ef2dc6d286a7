import createClient from "openapi-fetch";
import { entity, list } from "../paths.mjs";
import { parsedLines, writtenInChunks } from "../rows.mjs";

export const name = "openapi-fetch";

const one = `${entity}{pk}/`;

const dataOf = ({ data, error }) => {
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return data;
};

export const open = ({ url, headers }) => {
  const client = createClient({ baseUrl: url, headers });
  return {
    get: async (pk) => dataOf(await client.GET(one, { params: { path: { pk } } })),
    list: async (filters, _page, _page_size) => dataOf(await client.GET(list, { params: { query: { ...filters, _page, _page_size } } })),
    update: async (pk, body) => dataOf(await client.PATCH(one, { params: { path: { pk } }, body })),
    async *stream(count) {
      const query = { _jsonl: true, _page: 1, _page_size: count };
      yield* parsedLines(dataOf(await client.GET(list, { params: { query }, parseAs: "stream" })));
    },
    bulk: (items) => writtenInChunks(items, async (body) => dataOf(await client.POST(list, { body }))),
  };
};
