import { failure, isFine, repositoryPath } from "./github-api.mjs";

/** GitHub takes no longer texts. */
const mostText = 65_536;

const bounded = (markdown) => (markdown.length <= mostText ? markdown : "The report is too long for a pull request: the summary of the run has it.\n");

/**
 * The open pull request from the branch to the target: the one that is there, with the new text, or a new one.
 * ~> { url } or { problem: "403 …" }
 */
export const putPullRequest = async (api, { repository, branch, target, title, markdown }) => {
  const pulls = `${repositoryPath(repository)}/pulls`;
  const [owner = ""] = repository.split("/");
  const query = new URLSearchParams({ state: "open", head: `${owner}:${branch}`, base: target });
  const open = await api.request("GET", `${pulls}?${query}`);
  if (!isFine(open)) return { problem: failure(open) };
  const body = bounded(markdown);
  const [there] = open.data;
  const put = await (there === undefined
    ? api.request("POST", pulls, { title, head: branch, base: target, body })
    : api.request("PATCH", `${pulls}/${there.number}`, { body }));
  return isFine(put) ? { url: put.data.html_url ?? "" } : { problem: failure(put) };
};
