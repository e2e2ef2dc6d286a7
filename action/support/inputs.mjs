import path from "node:path";

/** What is wrong with how the action is used: told as it is, without a stack. */
export class UsageError extends Error {}

/** GitHub hands on every input as text; booleans as YAML 1.2 writes them. */
const boolean = (name, text) => {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw new UsageError(`the input ${name} must be true or false, and is ${JSON.stringify(text)}`);
};

const lines = (text) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The folder that the tool runs in: within the workspace, which holds the repository. */
const folderOf = (workspace, folder) => {
  const cwd = path.resolve(workspace, folder);
  if (path.relative(workspace, cwd).startsWith("..")) throw new UsageError(`working-directory ${JSON.stringify(folder)} leads out of the repository`);
  return cwd;
};

/** A branch that git takes, and that no option of git could be mistaken for. */
const branchOf = (branch) => {
  if (/^[\w][\w./-]*$/.test(branch) && !/\.\.|\/\/|\.lock$|[./]$/.test(branch)) return branch;
  throw new UsageError(`the input branch must be the plain name of a branch, and is ${JSON.stringify(branch)}`);
};

/** A revision as git reads it, and no option. */
const revisionOf = (base) => {
  if (base === "" || /^[\w][\w./@{}^~+-]*$/.test(base)) return base;
  throw new UsageError(`the input base must be a revision of git, and is ${JSON.stringify(base)}`);
};

/** The inputs of action.yml, from the environment that its steps give: INPUT_CONFIG and so on. */
export const readInputs = (env) => {
  const text = (name) => (env[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`] ?? "").trim();
  const workspace = path.resolve(env.GITHUB_WORKSPACE ?? ".");
  return {
    workspace,
    cwd: folderOf(workspace, text("working-directory") || "."),
    config: text("config"),
    version: text("version"),
    args: lines(text("args")),
    base: revisionOf(text("base")),
    branch: branchOf(text("branch") || "openapi-sieve/regenerate"),
    title: lines(text("title"))[0] ?? "Generate packages again",
    failOnDrift: boolean("fail-on-drift", text("fail-on-drift") || "true"),
    token: text("token"),
  };
};
