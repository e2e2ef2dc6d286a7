// Runs `openapi-sieve check`, with annotations in the log, and leaves its report for the steps that follow.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { findTool } from "./support/find-tool.mjs";
import { readInputs } from "./support/inputs.mjs";
import { git, runLogged } from "./support/run.mjs";
import { addSummary, readEvent, runStep, say, setOutputs } from "./support/workflow.mjs";

/**
 * What a pull request is compared with. GitHub checks out what merging it would give: then that is the first parent, and nothing that came
 * to the branch meanwhile is taken for a change of the pull request. Elsewhere it is the commit that the event names.
 */
const baseOfPullRequest = (pullRequest, { cwd, env }) => {
  const [header = ""] = (git(["cat-file", "-p", "HEAD"], { cwd, env }) ?? "").split("\n\n", 1);
  const [first, second] = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, hash]) => hash);
  const isMerge = second !== undefined && second === pullRequest.head?.sha;
  return isMerge ? first : (pullRequest.base?.sha ?? "");
};

/** The commit that changes are told against: what the input says, or the branch that a pull request is for; undefined for none. */
const baseOf = ({ base, cwd }, env) => {
  const { pull_request: pullRequest } = readEvent(env);
  const wanted = base !== "" || pullRequest === undefined ? base : baseOfPullRequest(pullRequest, { cwd, env });
  if (wanted === "") return undefined;
  const isThere = () => git(["rev-parse", "--quiet", "--verify", `${wanted}^{commit}`], { cwd, env }) !== undefined;
  // a checkout has one commit, unless it was told to have more
  if (isThere()) return wanted;
  git(["fetch", "--quiet", "--no-tags", "--depth=1", "origin", wanted], { cwd, env });
  if (isThere()) return wanted;
  if (git(["rev-parse", "--quiet", "--verify", "FETCH_HEAD^{commit}"], { cwd, env }) !== undefined && base !== "") return "FETCH_HEAD";
  say("notice", `there is no commit ${wanted} here, so the report does not say what changes against it`);
  return undefined;
};

const isAnything = ({ status, since }) => status !== "same" || (since?.changes?.length ?? 0) > 0;

/** The greatest of the version bumps that the changes ask for. */
const bumpOf = (apis) => {
  const order = ["none", "patch", "minor", "major"];
  return order[Math.max(0, ...apis.map(({ bump, since }) => order.indexOf(since?.bump ?? bump ?? "none")))];
};

await runStep(async (env) => {
  const inputs = readInputs(env);
  const folder = path.join(env.RUNNER_TEMP ?? inputs.cwd, `openapi-sieve-${env.GITHUB_ACTION ?? "check"}`);
  mkdirSync(folder, { recursive: true });
  const [markdown, json] = ["report.md", "report.json"].map((name) => path.join(folder, name));
  const base = baseOf(inputs, env);
  const flags = [
    ...["--format", "github", "--report", `markdown=${markdown}`, "--report", `json=${json}`],
    ...(base === undefined ? [] : ["--since", base]),
    ...(inputs.config === "" ? [] : ["--config", inputs.config]),
  ];
  const code = runLogged([...findTool(inputs), "check", ...inputs.args, ...flags], { cwd: inputs.cwd, env });
  if (!existsSync(json)) {
    say("error", `openapi-sieve check ended with ${code} and gave no report; the log has the reason`);
    process.exitCode = code === 0 ? 70 : code;
    return;
  }
  const { apis } = JSON.parse(readFileSync(json, "utf8"));
  const isWorthTelling = apis.some(isAnything);
  if (isWorthTelling) addSummary(env, readFileSync(markdown, "utf8"));
  setOutputs(env, {
    "exit-code": code,
    drift: apis.some(({ status }) => status === "drift"),
    failed: apis.some(({ status }) => status === "failed"),
    bump: bumpOf(apis),
    "has-changes": isWorthTelling,
    report: markdown,
    "report-json": json,
  });
});
