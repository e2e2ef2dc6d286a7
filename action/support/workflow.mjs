import { randomUUID } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { UsageError } from "./inputs.mjs";

const escaped = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** A line of the log that GitHub also shows beside it: "notice", "warning" or "error". */
export const say = (level, text) => void process.stdout.write(`::${level} title=openapi-sieve::${escaped(text)}\n`);

/** Outputs of the step. The value ends at a line that nobody could know before. */
export const setOutputs = (env, outputs) => {
  for (const [name, value] of Object.entries(outputs)) {
    const end = randomUUID();
    appendFileSync(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
  }
};

/** GitHub takes a mebibyte of Markdown from each step. */
const mostSummary = 1_000_000;

/** Markdown for the page of the run; nothing where the runner has none. */
export const addSummary = (env, markdown) => {
  if ((env.GITHUB_STEP_SUMMARY ?? "") !== "" && markdown.length <= mostSummary) appendFileSync(env.GITHUB_STEP_SUMMARY, `${markdown}\n`);
};

/** What started the run; an empty object where nothing says so. */
export const readEvent = (env) => ((env.GITHUB_EVENT_PATH ?? "") === "" ? {} : JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8")));

/** Runs a step: what is wrong with its use ends it with one line, anything else is a bug and shows its stack. */
export const runStep = async (step) => {
  try {
    await step(process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say("error", error.message);
    process.exitCode = 2;
  }
};
