// Puts the report on the pull request, as one comment that later runs change. It never fails a job: who may not write has the summary.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createApi } from "./support/github-api.mjs";
import { readInputs } from "./support/inputs.mjs";
import { putComment } from "./support/put-comment.mjs";
import { readEvent, runStep, say } from "./support/workflow.mjs";

/** GitHub takes no longer comments. */
const mostComment = 65_536;

/** Each use of the action has a comment of its own: it is known by the folder, the configuration and the descriptions. */
const markOf = ({ workspace, cwd, config, args }) => {
  const use = JSON.stringify([path.relative(workspace, cwd), config, args]);
  return `<!-- openapi-sieve ${createHash("sha256").update(use).digest("hex").slice(0, 16)} -->`;
};

await runStep(async (env) => {
  const inputs = readInputs(env);
  const number = readEvent(env).pull_request?.number;
  if (!Number.isSafeInteger(number)) return;
  const api = createApi({ url: env.GITHUB_API_URL ?? "https://api.github.com", token: inputs.token });
  const report = readFileSync(env.REPORT, "utf8");
  const mark = markOf(inputs);
  const markdown = mark.length + 1 + report.length <= mostComment ? report : "The report is too long for a comment: the summary of the run has it.\n";
  const repository = env.GITHUB_REPOSITORY ?? "";
  const put = await putComment(api, { repository, number, mark, markdown, isWanted: env.HAS_CHANGES === "true" });
  if (put.problem !== undefined) say("notice", `the report could not be put on the pull request (${put.problem}); the summary of the run has it`);
});
