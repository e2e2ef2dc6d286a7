import { entity, list } from "../paths.mjs";
import { parsedLines, writtenInChunks } from "../rows.mjs";

export const name = "fetch and JSON.parse";

const checked = (response) => {
  if (!response.ok) throw new Error(`answered with ${response.status}`);
  return response;
};

export const open = ({ url, headers }) => {
  const answer = async (path, init) => JSON.parse(await checked(await fetch(url + path, init)).text());
  const sent = { ...headers, "content-type": "application/json" };
  return {
    get: (id) => answer(`${entity}${id}/`, { headers }),
    list: (filters, page, pageSize) =>
      answer(`${list}?${new URLSearchParams({ ...filters, _page: page, _page_size: pageSize })}`, { headers }),
    update: (id, body) => answer(`${entity}${id}/`, { method: "PATCH", headers: sent, body: JSON.stringify(body) }),
    async *stream(count) {
      yield* parsedLines(checked(await fetch(`${url}${list}?_jsonl=true&_page=1&_page_size=${count}`, { headers })).body);
    },
    bulk: (items) => writtenInChunks(items, (chunk) => answer(list, { method: "POST", headers: sent, body: JSON.stringify(chunk) })),
  };
};
