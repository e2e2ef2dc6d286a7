import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formats } from "../../generator/commands/options.js";
import { parseConfig } from "../../generator/config/parse-config.js";
import { runCli } from "../cli/support/cli.js";
import { books } from "../cli/support/descriptions.js";
import { readAction, root } from "./support/action-file.js";
import { codesIn, readRecipes, readTable, type Recipe } from "./support/recipes.js";
import { createRepository, gitIn, type Repository } from "./support/repository.js";

const config = JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" } } });
const changed = books.replace("[icontains, in]", "[icontains]");

const recipes = readRecipes();
const ofKind = (kind: string): readonly Recipe[] => recipes.filter((recipe) => recipe.kind === kind);
const only = (kind: string): unknown => parse(ofKind(kind)[0]?.text ?? "");

let repository: Repository;
let programs = "";
let base = "";

beforeAll(async () => {
  repository = createRepository({ "openapi-sieve.config.json": config, "books.yaml": books });
  await runCli(repository.workspace, ["generate"]);
  base = repository.commit("packages");
  // `npm ci` has nothing to install here, and `npm publish` nowhere to go; all else of npm is npm
  programs = path.join(repository.folder, "programs");
  mkdirSync(programs);
  const npm = execFileSync("which", ["npm"], { encoding: "utf8" }).trim();
  const script = `#!/bin/sh\ncase "$1" in\n  ci) exit 0 ;;\n  publish) echo "$@" >> '${repository.folder}/published' ;;\n  *) exec '${npm}' "$@" ;;\nesac\n`;
  writeFileSync(path.join(programs, "npm"), script, { mode: 0o755 });
});

afterAll(() => repository.dispose());

beforeEach(() => {
  repository.git("checkout", "--quiet", "--force", "-B", "main", base);
  repository.git("clean", "--quiet", "-fd");
});

interface Done {
  readonly code: number;
  readonly log: string;
}

/** The lines of a script, as a runner of GitHub or GitLab runs them: one shell, which ends at the first that fails. */
const bash = (lines: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Done> =>
  new Promise((resolve) => {
    const { PATH = "", TMPDIR = "/tmp" } = process.env;
    const own = { PATH: `${programs}${path.delimiter}${PATH}`, HOME: repository.folder, TMPDIR, GIT_CONFIG_SYSTEM: "/dev/null", npm_config_offline: "true", ...env };
    const child = execFile("bash", ["-eo", "pipefail", "-c", lines.join("\n")], { cwd: repository.workspace, env: own, maxBuffer: 1 << 26 }, (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, log: out + error }),
    );
  });

test("every block of docs/ci.md is a recipe that is tried here, but for what check prints, which it does", async () => {
  expect(recipes.map(({ kind, language }) => `${kind} ${language}`)).toEqual([
    " ",
    ...["workflow yaml", "workflow yaml", "workflow yaml", "gitlab yaml", "pre-commit yaml", "lefthook yaml", "config json", "workflow yaml"],
  ]);
  repository.write("books.yaml", changed);
  repository.write("api/books/src/openapi.ts", `${repository.read("api/books/src/openapi.ts")}// mine\n`);
  const { out } = await runCli(repository.workspace, ["check"]);
  let from = 0;
  for (const part of (recipes[0]?.text ?? "").split("…\n")) {
    expect(out.slice(from)).toContain(part);
    from = out.indexOf(part, from) + part.length;
  }
});

describe("what the page says", () => {
  test("of inputs and outputs is what the action has", () => {
    const action = readAction();
    expect(readTable("input").flatMap(([names = ""]) => codesIn(names)).toSorted()).toEqual(Object.keys(action.inputs).sort());
    const outputs = codesIn(/Its outputs are (.*?)\. /.exec(readFileSync(path.join(root, "docs/ci.md"), "utf8"))?.[1] ?? "");
    expect(outputs.toSorted()).toEqual(Object.keys(action.outputs).sort());
  });

  test("of formats and flags is what check takes", () => {
    expect(readTable("format").flatMap(([names = ""]) => codesIn(names)).toSorted()).toEqual([...formats].sort());
    const help = readFileSync(path.join(root, "test/cli/messages/help-check.txt"), "utf8");
    for (const flag of readTable("flag").flatMap(([names = ""]) => codesIn(names))) expect(help).toContain(` ${flag} `);
  });
});

interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly "runs-on": string; readonly environment?: string; readonly steps: readonly WorkflowStep[] }>>;
}

describe.each(ofKind("workflow").map(({ text }) => parse(text) as Workflow))("the workflow $name", (workflow) => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("has the members that GitHub asks for, and grants by name what it needs", () => {
    expect(Object.keys(workflow)).toEqual(["name", "on", "permissions", "jobs"]);
    for (const [scope, grant] of Object.entries(workflow.permissions)) expect(`${scope}: ${grant}`).toMatch(/^(?:contents|pull-requests|id-token|security-events): (?:read|write)$/);
    for (const step of steps) expect(Object.keys(step).filter((key) => !["uses", "run", "with", "if"].includes(key))).toEqual([]);
  });

  test("gives the action inputs that it has", () => {
    const inputs = Object.keys(readAction().inputs);
    for (const { uses = "", with: given = {} } of steps) {
      expect(uses).toMatch(/^$|^actions\/(?:checkout|setup-node)@v\d+$|^github\/codeql-action\/upload-sarif@v\d+$|^OWNER\/openapi-sieve@COMMIT$/);
      if (uses.startsWith("OWNER/")) for (const name of Object.keys(given)) expect(inputs).toContain(name);
    }
  });

  test("has commands that run", async () => {
    const commands = steps.flatMap(({ run = "" }) => (run === "" ? [] : [run]));
    const { code, log } = await bash(commands);
    expect(log).not.toMatch(/usage|unknown/i);
    expect(code).toBe(0);
    // and check fails the job where there is drift
    repository.write("books.yaml", changed);
    const drifted = await bash(commands);
    expect(drifted.code).toBe(commands.some((command) => command.includes("openapi-sieve check")) ? 1 : 0);
  });
});

describe("the recipe for GitLab", () => {
  const jobs = only("gitlab") as Readonly<Record<string, { image: string; rules: unknown; script: readonly string[]; artifacts?: { reports: Record<string, string>; paths: readonly string[] } }>>;

  test("checks, and leaves the reports that it names", async () => {
    const { script = [], artifacts } = jobs["check-packages"] ?? {};
    const variables = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_PROJECT_DIR: repository.workspace };
    expect((await bash(script, variables)).code).toBe(0);
    repository.write("books.yaml", changed);
    expect((await bash(script, variables)).code).toBe(1);
    for (const file of [...Object.values(artifacts?.reports ?? {}), ...(artifacts?.paths ?? [])]) expect(existsSync(path.join(repository.workspace, file)), file).toBe(true);
    const issues = JSON.parse(repository.read(artifacts?.reports["codequality"] ?? "")) as readonly { severity: string; fingerprint: string; location: { path: string; lines: { begin: number } } }[];
    expect(issues.length).toBeGreaterThan(1);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    for (const issue of issues) {
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(issue.severity);
      expect(existsSync(path.join(repository.workspace, issue.location.path)), issue.location.path).toBe(true);
      expect(issue.location.lines.begin).toBeGreaterThan(0);
    }
  });

  test("proposes packages that differ by a merge request, and does nothing where none does", async () => {
    const { script = [] } = jobs["regenerate-packages"] ?? {};
    const variables = { CI_DEFAULT_BRANCH: "main", PUSH_URL: `file://${repository.origin}` };
    // what GitLab makes a merge request of
    const record = path.join(repository.folder, "options");
    writeFileSync(path.join(repository.origin, "hooks/post-receive"), `#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_ | sort > '${record}'\n`, { mode: 0o755 });
    expect((await bash(script, variables)).code).toBe(0);
    expect(existsSync(record)).toBe(false);
    repository.write("books.yaml", changed);
    const head = repository.commit("a change without its package");
    const done = await bash(script, variables);
    expect(done.log).not.toContain("fatal");
    expect(done.code).toBe(0);
    expect(readFileSync(record, "utf8")).toBe(
      "GIT_PUSH_OPTION_0=merge_request.create\nGIT_PUSH_OPTION_1=merge_request.target=main\nGIT_PUSH_OPTION_2=merge_request.title=Generate packages again\nGIT_PUSH_OPTION_COUNT=3\n",
    );
    expect(gitIn(repository.origin, "log", "-1", "--format=%P", "openapi-sieve/regenerate")).toBe(head);
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const hooks = parse(readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];

describe("the hooks for pre-commit", () => {
  test("have the members that it asks for, and see the files that matter", () => {
    for (const hook of hooks) {
      expect(Object.keys(hook).sort()).toEqual(["description", "entry", "files", "id", "language", "name", "pass_filenames", "require_serial"]);
      for (const file of ["openapi.yaml", "openapi-sieve.config.ts", "generated/pets/src/index.ts"]) expect(file).toMatch(new RegExp(hook.files));
    }
    const recipe = only("pre-commit") as { repos: readonly { repo: string; rev: string; hooks: readonly { id: string }[] }[] };
    for (const { id } of recipe.repos.flatMap((one) => one.hooks)) expect(hooks.map((hook) => hook.id)).toContain(id);
  });

  test("run", async () => {
    const [check = "", generate = ""] = hooks.map(({ entry }) => entry);
    expect(await bash([check])).toMatchObject({ code: 0, log: expect.stringContaining("books: up to date") as string });
    repository.write("books.yaml", changed);
    expect((await bash([check])).code).toBe(1);
    expect((await bash([generate])).code).toBe(0);
    expect((await bash([check])).code).toBe(0);
  });

  const hasPreCommit = ((): boolean => {
    try {
      return execFileSync("pre-commit", ["--version"], { encoding: "utf8" }).startsWith("pre-commit ");
    } catch {
      return false;
    }
  })();

  test.skipIf(!hasPreCommit)("are taken by pre-commit itself", async () => {
    const hooksFolder = path.join(repository.folder, "hooks");
    mkdirSync(hooksFolder);
    writeFileSync(path.join(hooksFolder, ".pre-commit-hooks.yaml"), readFileSync(path.join(root, ".pre-commit-hooks.yaml")));
    gitIn(hooksFolder, "init", "--quiet");
    gitIn(hooksFolder, "add", "--all");
    gitIn(hooksFolder, "commit", "--quiet", "--message", "hooks");
    const rev = gitIn(hooksFolder, "rev-parse", "HEAD");
    const recipe = (ofKind("pre-commit")[0]?.text ?? "").replace("https://github.com/OWNER/openapi-sieve", hooksFolder).replace("COMMIT", rev);
    const own = { PRE_COMMIT_HOME: path.join(repository.folder, "pre-commit") };
    repository.write(".pre-commit-config.yaml", recipe);
    repository.git("add", "--all");
    const fine = await bash(["pre-commit run --all-files"], own);
    expect(fine.log).toMatch(/^generated packages are what their descriptions give\.+Passed$/m);
    expect(fine.code).toBe(0);
    repository.write("books.yaml", changed);
    repository.git("add", "--all");
    const drifted = await bash(["pre-commit run"], own);
    expect(drifted.log).toContain("breaking for callers");
    expect(drifted.code).toBe(1);
  });
});

test("the recipe for lefthook runs, and sees the files that matter", async () => {
  const { "pre-commit": hook } = only("lefthook") as { "pre-commit": { jobs: readonly { name: string; glob: string; run: string }[] } };
  const [job] = hook.jobs;
  expect(Object.keys(job ?? {})).toEqual(["name", "glob", "run"]);
  expect((await bash([job?.run ?? ""])).code).toBe(0);
  repository.write("books.yaml", changed);
  expect((await bash([job?.run ?? ""])).code).toBe(1);
});

test("the configuration is one, and its members are in package.json", async () => {
  const text = ofKind("config")[0]?.text ?? "";
  expect(parseConfig(JSON.parse(text))).toHaveProperty("config");
  repository.write("openapi-sieve.config.json", text);
  repository.write("openapi.yaml", books);
  expect((await runCli(repository.workspace, ["generate"])).code).toBe(0);
  expect(JSON.parse(repository.read("packages/pets/package.json"))).toMatchObject({ name: "pets", publishConfig: { access: "public", provenance: true }, license: "MIT" });
});
