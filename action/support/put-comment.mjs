import { failure, isFine, repositoryPath } from "./github-api.mjs";

const perPage = 100;

/** Comments with the mark, the oldest first. */
const marked = async (api, comments, mark) => {
  const found = [];
  for (let page = 1; ; page++) {
    const answer = await api.request("GET", `${comments}?per_page=${perPage}&page=${page}`);
    if (!isFine(answer)) return { problem: failure(answer) };
    found.push(...answer.data.filter(({ body }) => typeof body === "string" && body.startsWith(mark)));
    if (answer.data.length < perPage) return { found };
  }
};

/**
 * Puts one comment on an issue or a pull request: it takes the place of the one that a former run left, which is known by the mark it
 * begins with. Anybody can write the mark; what is not ours to edit is left alone. Without `isWanted` only a comment that is there
 * already is changed. ~> { done: "added" | "updated" | "nothing" } or { problem: "403 …" }
 */
export const putComment = async (api, { repository, number, mark, markdown, isWanted }) => {
  const at = repositoryPath(repository);
  const comments = `${at}/issues/${number}/comments`;
  const { found = [], problem } = await marked(api, comments, mark);
  if (problem !== undefined) return { problem };
  const body = `${mark}\n${markdown}`;
  for (const { id, body: before } of found) {
    if (before === body) return { done: "nothing" };
    if (isFine(await api.request("PATCH", `${at}/issues/comments/${id}`, { body }))) return { done: "updated" };
  }
  if (!isWanted) return { done: "nothing" };
  const added = await api.request("POST", comments, { body });
  return isFine(added) ? { done: "added" } : { problem: failure(added) };
};
