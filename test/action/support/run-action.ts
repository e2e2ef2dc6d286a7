import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ActionFile, readAction, root, type Step } from "./action-file.js";
import { type Contexts, evaluateCondition, interpolate } from "./expression.js";

export interface Run {
  /** The checkout. */
  readonly workspace: string;
  /** A folder for what the runner hands to steps. */
  readonly temporary: string;
  readonly api: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: object;
  readonly ref?: string;
  /** Where repositories are; github.com if left out. */
  readonly server?: string;
  /** Folders before all others in which programs are looked for. */
  readonly programs?: string;
}

export interface Outcome {
  /** 0, or the exit code of the step that failed. */
  readonly code: number;
  /** What all steps printed. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Steps that were run. */
  readonly ran: readonly string[];
}

/** name<<END, lines, END */
const readOutputs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = "", , value = ""]) => [name, value]));

const execute = ({ run }: Step, cwd: string, env: Readonly<Record<string, string>>): Promise<{ code: number; log: string }> =>
  new Promise((resolve) => {
    // as a runner starts `shell: bash`
    const child = execFile("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], { cwd, env, maxBuffer: 1 << 26 }, (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, log: out + error }),
    );
  });

const environment = ({ workspace, api, ref = "refs/heads/main", server, programs }: Run, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const { PATH = "", TMPDIR = "/tmp" } = process.env;
  return {
    ...files,
    PATH: programs === undefined ? PATH : `${programs}${path.delimiter}${PATH}`,
    HOME: workspace,
    TMPDIR,
    // nothing of whoever runs the tests
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTION_PATH: root,
    GITHUB_API_URL: api,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: "acme/shop",
    ...(server === undefined ? {} : { GITHUB_SERVER_URL: server }),
    GITHUB_WORKSPACE: workspace,
  };
};

/** Runs the steps of action.yml as a runner does, one process each. */
export const runAction = async (run: Run): Promise<Outcome> => {
  const action: ActionFile = readAction();
  const folder = mkdtempSync(path.join(run.temporary, "run-"));
  const at = (name: string): string => path.join(folder, name);
  mkdirSync(at("temp"));
  for (const name of ["output", "summary"]) writeFileSync(at(name), "");
  writeFileSync(at("event.json"), JSON.stringify(run.event ?? {}));
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const github = { token: "ghs_test" };
  const inputs = Object.fromEntries(
    Object.entries({ ...defaults, ...run.inputs }).map(([name, value]) => [name, interpolate(value, { inputs: {}, steps: {}, github })]),
  );
  const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  const contexts = (): Contexts => ({ inputs, steps, github });
  const ran: string[] = [];
  let [code, log] = [0, ""];
  for (const step of action.runs.steps) {
    if (code !== 0 || (step.if !== undefined && !evaluateCondition(step.if, contexts()))) continue;
    writeFileSync(at("output"), "");
    const env = environment(run, { GITHUB_OUTPUT: at("output"), GITHUB_STEP_SUMMARY: at("summary"), GITHUB_EVENT_PATH: at("event.json"), RUNNER_TEMP: at("temp") });
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, interpolate(value, contexts())]));
    const done = await execute(step, run.workspace, { ...env, ...own });
    ran.push(step.id);
    log += done.log;
    code = done.code;
    steps[step.id] = { outputs: readOutputs(readFileSync(at("output"), "utf8")) };
  }
  const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, interpolate(value, contexts())]));
  return { code, log, outputs, summary: existsSync(at("summary")) ? readFileSync(at("summary"), "utf8") : "", ran };
};
