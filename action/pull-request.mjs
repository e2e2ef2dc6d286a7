// Generates the packages again and proposes them in a pull request, which later runs bring up to date.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { commitFolders, pushCommit } from "./support/commit.mjs";
import { findTool } from "./support/find-tool.mjs";
import { createApi } from "./support/github-api.mjs";
import { readInputs } from "./support/inputs.mjs";
import { putPullRequest } from "./support/put-pull-request.mjs";
import { runLogged } from "./support/run.mjs";
import { readEvent, runStep, say, setOutputs } from "./support/workflow.mjs";

/** The branch that the run is of; a tag, or a pull request, has none that could be changed. */
const targetOf = (env) => (env.GITHUB_REF ?? "").startsWith("refs/heads/") ? env.GITHUB_REF.slice("refs/heads/".length) : undefined;

const note =
  "\nThis pull request was made by the openapi-sieve action, which overwrites its branch. Nothing but generated packages is in it.\n";

const propose = async (inputs, env, target) => {
  const { branch, title, cwd, token } = inputs;
  const args = [...inputs.args, ...(inputs.config === "" ? [] : ["--config", inputs.config])];
  const code = runLogged([...findTool(inputs), "generate", ...args], { cwd, env });
  if (code !== 0) return { problem: `openapi-sieve generate ended with ${code}` };
  const { apis } = JSON.parse(readFileSync(env.REPORT_JSON, "utf8"));
  const folders = apis.map(({ out }) => path.resolve(cwd, out));
  const temporary = mkdtempSync(path.join(env.RUNNER_TEMP ?? tmpdir(), "openapi-sieve-index-"));
  try {
    const commit = commitFolders({ cwd, env, folders, message: title, index: path.join(temporary, "index") });
    if (commit === undefined) return { problem: "nothing was committed: is the folder of a package ignored by git?" };
    if (!pushCommit({ cwd, env, commit, branch, token, isJobToken: token === env.JOB_TOKEN })) return { problem: `${branch} could not be pushed; the job needs \`permissions: contents: write\`` };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  const api = createApi({ url: env.GITHUB_API_URL ?? "https://api.github.com", token });
  return putPullRequest(api, { repository: env.GITHUB_REPOSITORY ?? "", branch, target, title, markdown: readFileSync(env.REPORT, "utf8") + note });
};

await runStep(async (env) => {
  const inputs = readInputs(env);
  const target = targetOf(env);
  if (target === undefined || readEvent(env).pull_request !== undefined)
    return say("notice", "no pull request was made: this run is not of a branch; run `npx openapi-sieve generate` and commit what it writes");
  if (target === inputs.branch) return say("notice", `no pull request was made: this run is of ${target} itself`);
  const { problem, url = "" } = await propose(inputs, env, target);
  if (problem !== undefined) {
    say("error", `no pull request was made: ${problem}`);
    process.exitCode = 1;
  } else setOutputs(env, { "pull-request": url });
});
