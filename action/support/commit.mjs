import { git } from "./run.mjs";

/** Who commits, where the runner's git knows nobody: the account that GitHub's own token acts for. */
const robot = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };

const identity = {
  GIT_AUTHOR_NAME: robot.name,
  GIT_AUTHOR_EMAIL: robot.email,
  GIT_COMMITTER_NAME: robot.name,
  GIT_COMMITTER_EMAIL: robot.email,
};

/**
 * A commit on top of HEAD with what the folders hold now, and nothing else. Neither the branch nor the index of the checkout is
 * touched, so that later steps of the job find it as it was. ~> its hash; undefined where nothing differs or git fails
 */
export const commitFolders = ({ cwd, env, folders, message, index }) => {
  const own = { cwd, env: { ...env, ...identity, GIT_INDEX_FILE: index } };
  if (git(["read-tree", "HEAD"], own) === undefined || git(["add", "--all", "--", ...folders], own) === undefined) return undefined;
  const tree = git(["write-tree"], own);
  if (tree === undefined || tree === git(["rev-parse", "HEAD^{tree}"], own)) return undefined;
  return git(["commit-tree", tree, "-p", "HEAD", "-m", message], own);
};

/** The token goes by the environment, where other processes' arguments do not show it; an empty value takes back what is configured. */
const withToken = (env, key, token) => ({
  ...env,
  GIT_CONFIG_COUNT: "2",
  GIT_CONFIG_KEY_0: key,
  GIT_CONFIG_VALUE_0: "",
  GIT_CONFIG_KEY_1: key,
  GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
});

/**
 * Makes the branch be the commit, whatever it was. A checkout that keeps its credentials is pushed with those, unless the token is
 * another than the job's own: GitHub starts workflows for what it pushes. ~> did it work?
 */
export const pushCommit = ({ cwd, env, commit, branch, token, isJobToken }) => {
  const key = `http.${env.GITHUB_SERVER_URL ?? "https://github.com"}/.extraheader`;
  const isKept = isJobToken && git(["config", "--get-all", key], { cwd, env }) !== undefined;
  const own = { cwd, env: isKept || token === "" ? env : withToken(env, key, token) };
  const ref = `refs/heads/${branch}`;
  return git(["push", "--quiet", "--force", "origin", `${commit}:${ref}`], own) !== undefined;
};
