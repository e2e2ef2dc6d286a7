import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root, runCli } from "../cli/support/cli.js";
import { books, broken } from "../cli/support/descriptions.js";
import { type FakeGithub, startFakeGithub } from "./support/fake-github.js";
import { createRepository, gitIn, type Repository } from "./support/repository.js";
import { type Outcome, type Run, runAction } from "./support/run-action.js";

const config = JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" } } });

/** The change of a pull request: an operator goes, a field comes. */
const changed = books.replace("[icontains, in]", "[icontains]").replace("isbn: { type: string }", "isbn: { type: string }\n        pages: { type: integer }");

/** A title that would do harm wherever it were taken for more than text. */
const hostileTitle = "x`; ${{ github.token }} $(touch pwned) @octocat #1 <img src=x onerror=alert(1)> ::error::x | [a](https://x.test)";

let github: FakeGithub;
let repository: Repository;
/** The commit that pull requests are compared with. */
let base = "";

beforeAll(async () => {
  github = await startFakeGithub();
  repository = createRepository({ "openapi-sieve.config.json": config, "books.yaml": books });
  await runCli(repository.workspace, ["generate"]);
  base = repository.commit("packages");
});

afterAll(() => {
  github.close();
  repository.dispose();
});

beforeEach(() => {
  github.comments.length = 0;
  github.pulls.length = 0;
  github.requests.length = 0;
  github.canWrite = true;
  repository.git("checkout", "--quiet", "--force", "-B", "main", base);
  repository.git("clean", "--quiet", "-fd");
});

const run = (more: Partial<Run> = {}): Promise<Outcome> =>
  runAction({ workspace: repository.workspace, temporary: repository.folder, api: github.url, ...more });

const pullRequest = (sha = base): object => ({ pull_request: { number: 5, base: { sha, ref: "main" }, head: { ref: "feature" } } });

const onPullRequest = (more: Partial<Run> = {}): Promise<Outcome> => run({ event: pullRequest(), ref: "refs/pull/5/merge", ...more });

describe("a pull request", () => {
  test("without drift or change is fine, and nothing is written to it", async () => {
    const done = await onPullRequest();
    expect(done.log).toContain("books: up to date\n");
    expect(done).toMatchObject({ code: 0, outputs: { drift: "false", bump: "none" }, summary: "", ran: ["check", "comment", "verdict"] });
    expect(github.comments).toEqual([]);
  });

  test("that changes the API, and has its packages up to date, gets the change report against its base", async () => {
    repository.write("books.yaml", changed);
    await runCli(repository.workspace, ["generate"]);
    const done = await onPullRequest();
    expect(done).toMatchObject({ code: 0, outputs: { drift: "false", bump: "major" } });
    expect(done.log).toMatch(/^::warning file=books\.yaml,line=9,.*breaking for callers/m);
    const [comment] = github.comments;
    expect(comment?.body).toMatch(/^<!-- openapi-sieve [0-9a-f]{16} -->\n### openapi-sieve: the package is up to date\n/);
    expect(comment?.body).toContain("**Breaking for callers**");
    expect(comment?.body).toContain("**Compatible**");
    expect(done.summary).toContain("**Breaking for callers**");
    expect([...github.tokens]).toEqual(["Bearer ghs_test"]);
  });

  test("with drift fails after it was told; a second run changes the comment, and a third, when all is well again, too", async () => {
    github.comments.push(...Array.from({ length: 150 }, (_, id) => ({ id, author: "someone" as const, body: "a word" })));
    repository.write("books.yaml", changed);
    const first = await onPullRequest();
    expect(first).toMatchObject({ code: 1, outputs: { drift: "true" }, ran: ["check", "comment", "verdict"] });
    expect(first.log).toMatch(/^::error file=api\/books\/[^,]+,.*title=drift::books: the API changes/m);
    const comments = (): readonly string[] => github.comments.slice(150).map(({ body }) => body);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain("npx openapi-sieve generate");

    repository.write("books.yaml", changed.replace("pages", "chapters"));
    await onPullRequest();
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain("chapters");

    repository.git("checkout", "--quiet", "--", "books.yaml");
    expect((await onPullRequest()).code).toBe(0);
    expect(comments()).toEqual([expect.stringContaining("### openapi-sieve: the package is up to date")]);
  });

  test("drift need not fail it", async () => {
    repository.write("books.yaml", changed);
    expect(await onPullRequest({ inputs: { "fail-on-drift": "false" } })).toMatchObject({ code: 0, outputs: { drift: "true" } });
  });

  test("of a fork has a token that may not write: the summary has the report, and nothing fails for that", async () => {
    github.canWrite = false;
    repository.write("books.yaml", changed);
    await runCli(repository.workspace, ["generate"]);
    const done = await onPullRequest();
    expect(done.code).toBe(0);
    expect(done.log).toContain("::notice title=openapi-sieve::the report could not be put on the pull request (403 Resource not accessible by integration)");
    expect(done.summary).toContain("**Breaking for callers**");
    expect(github.comments).toEqual([]);
  });

  test("is checked where GitHub does not answer", async () => {
    repository.write("books.yaml", changed);
    const done = await onPullRequest({ api: "http://127.0.0.1:9", inputs: { "fail-on-drift": "false" } });
    expect(done.code).toBe(0);
    expect(done.log).toContain("could not be put on the pull request (no answer");
  });

  test("a comment of somebody else's with the action's mark is left alone", async () => {
    repository.write("books.yaml", changed);
    await onPullRequest();
    const body = github.comments[0]?.body ?? "";
    github.comments.splice(0, 1, { id: 1, author: "someone", body });
    repository.write("books.yaml", changed.replace("pages", "chapters"));
    await onPullRequest();
    expect(github.comments.map(({ author }) => author)).toEqual(["someone", "bot"]);
    expect(github.comments[0]?.body).toBe(body);
  });

  test("gets no comment where none is wanted", async () => {
    repository.write("books.yaml", changed);
    expect((await onPullRequest({ inputs: { comment: "false" } })).ran).toEqual(["check", "verdict"]);
    expect(github.requests).toEqual([]);
  });

  test("with a broken description fails with the place of the error", async () => {
    repository.write("books.yaml", broken);
    const done = await onPullRequest({ inputs: { "fail-on-drift": "false" } });
    expect(done).toMatchObject({ code: 1, outputs: { drift: "false" } });
    expect(done.log).toMatch(/^::error file=books\.yaml,line=9,.*title=filter-operator-unknown::/m);
    expect(github.comments[0]?.body).toContain("1 description has errors");
  });

  test("a hostile title is text everywhere", async () => {
    repository.write("books.yaml", changed.replace("title: Books", `title: ${JSON.stringify(hostileTitle)}`));
    const done = await onPullRequest();
    expect(done.outputs["drift"]).toBe("true");
    // what a runner would carry out: commands of the tool's own, outside of what is told to be no command
    const log = done.log.replaceAll(/^::stop-commands::(\w+)\n[\s\S]*?^::\1::\n/gm, "");
    for (const line of log.split("\n").filter((one) => one.trimStart().startsWith("::"))) expect(line).toMatch(/^::(?:error|warning|notice) /);
    expect(existsSync(path.join(repository.workspace, "pwned"))).toBe(false);
    const outside = (github.comments[0]?.body ?? "").replaceAll(/^(`{3,})\w+\n[\s\S]*?^\1$/gm, "").replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
    for (const word of ["@octocat", "<img", "](", "#1 ", "${{"]) expect(outside).not.toContain(word);
  });

  test("in a checkout of one commit, the base is fetched", async () => {
    repository.git("checkout", "--quiet", "-B", "feature");
    repository.write("books.yaml", changed);
    await runCli(repository.workspace, ["generate"]);
    repository.commit("feature");
    const workspace = repository.checkout("shallow");
    expect(gitIn(workspace, "rev-list", "--count", "HEAD")).toBe("1");
    expect((await onPullRequest({ workspace })).outputs["bump"]).toBe("major");
    const lost = await onPullRequest({ workspace, event: pullRequest("0123456789012345678901234567890123456789") });
    expect(lost.log).toContain("there is no commit 0123456789012345678901234567890123456789 here");
    expect(lost).toMatchObject({ code: 0, outputs: { bump: "none" } });
  });
});

test("a pull request is not told of what came to its branch meanwhile", async () => {
  const { git, write, workspace } = repository;
  git("checkout", "--quiet", "-B", "feature");
  write("books.yaml", books.replace("[icontains, in]", "[icontains]"));
  await runCli(workspace, ["generate"]);
  const head = repository.commit("an operator less");
  git("checkout", "--quiet", "main");
  write("books.yaml", books.replace("place: { type: string }", "place: { type: string }\n        floor: { type: integer }"));
  await runCli(workspace, ["generate"]);
  repository.commit("a field more");
  git("checkout", "--quiet", "-B", "merged");
  git("merge", "--quiet", "--no-commit", "-X", "theirs", "feature");
  await runCli(workspace, ["generate"]);
  git("add", "--all");
  repository.commit("what GitHub would merge");
  const event = { pull_request: { number: 5, base: { sha: base }, head: { sha: head } } };
  const done = await onPullRequest({ workspace: repository.checkout("merge"), event });
  expect(done.code).toBe(0);
  expect(github.comments[0]?.body).toContain("operator-removed");
  expect(github.comments[0]?.body).not.toContain("floor");
});

describe("packages that differ, where the run is of a branch", () => {
  const proposed = { "pull-request": "true", "fail-on-drift": "false" };
  const branch = (): string => gitIn(repository.origin, "rev-parse", "openapi-sieve/regenerate");

  test("are generated and proposed in a pull request, with nothing else in its commit; a second run brings that up to date", async () => {
    repository.write("books.yaml", changed);
    const head = repository.commit("a change without its package");
    repository.write("notes.txt", "not of the package");
    const first = await run({ inputs: proposed });
    expect(first).toMatchObject({ code: 0, outputs: { drift: "true", "pull-request": "https://github.test/acme/shop/pull/7" }, ran: ["check", "comment", "propose", "verdict"] });
    expect(github.pulls).toMatchObject([{ head: "openapi-sieve/regenerate", base: "main", title: "Generate packages again" }]);
    expect(github.pulls[0]?.body).toContain("**Breaking for callers**");
    const files = gitIn(repository.origin, "diff", "--name-only", head, branch()).split("\n");
    expect(files.every((file) => file.startsWith("api/books/"))).toBe(true);
    expect(files).toContain("api/books/src/operations/list-books.ts");
    expect(gitIn(repository.origin, "log", "-1", "--format=%an|%s|%P", branch())).toBe(`github-actions[bot]|Generate packages again|${head}`);
    // the checkout stays where it was
    expect(repository.git("rev-parse", "HEAD")).toBe(head);
    expect(repository.git("branch", "--show-current")).toBe("main");

    repository.git("checkout", "--quiet", "--", "api");
    repository.write("books.yaml", changed.replace("pages", "chapters"));
    repository.commit("another");
    await run({ inputs: proposed });
    expect(github.pulls).toHaveLength(1);
    expect(github.pulls[0]?.body).toContain("chapters");
    expect(gitIn(repository.origin, "show", `${branch()}:api/books/src/openapi.ts`)).toContain("chapters");
  });

  test("are not proposed where they do not differ, or on a pull request", async () => {
    expect((await run({ inputs: proposed })).ran).toEqual(["check", "comment", "verdict"]);
    repository.write("books.yaml", changed);
    const done = await onPullRequest({ inputs: proposed });
    expect(done.log).toContain("no pull request was made: this run is not of a branch");
    expect(github.pulls).toEqual([]);
  });

  test("fail the job where they cannot be pushed or proposed, and it says what is missing", async () => {
    repository.write("books.yaml", changed);
    github.canWrite = false;
    expect(await run({ inputs: proposed })).toMatchObject({ code: 1, log: expect.stringContaining("::error title=openapi-sieve::no pull request was made: 403 Resource not accessible") as string });
    repository.git("checkout", "--quiet", "--", "api");
    chmodSync(path.join(repository.origin, "refs/heads"), 0o500);
    writeFileSync(path.join(repository.origin, "hooks/pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const refused = await run({ inputs: proposed });
    chmodSync(path.join(repository.origin, "refs/heads"), 0o700);
    writeFileSync(path.join(repository.origin, "hooks/pre-receive"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
    expect(refused.code).toBe(1);
    expect(refused.log).toContain("could not be pushed; the job needs `permissions: contents: write`");
  });
});

describe("a push goes by", () => {
  const basic = (token: string): string => `basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const kept = basic("ghs_kept");

  test.each([
    ["the credentials that the checkout keeps", true, {}, kept],
    ["the job's token where it keeps none", false, {}, basic("ghs_test")],
    ["a token of one's own, whatever the checkout keeps", true, { token: "ghs_app" }, basic("ghs_app")],
  ])("%s", async (_, isKept, inputs, header) => {
    const key = `http.${github.url}/.extraheader`;
    repository.write("books.yaml", changed);
    const origin = repository.git("remote", "get-url", "origin");
    repository.git("remote", "set-url", "origin", `${github.url}/acme/shop`);
    if (isKept) repository.git("config", key, `AUTHORIZATION: ${kept}`);
    github.tokens.clear();
    await run({ inputs: { "pull-request": "true", comment: "false", ...inputs }, server: github.url });
    if (isKept) repository.git("config", "--unset-all", key);
    repository.git("remote", "set-url", "origin", origin);
    expect(github.requests).toContain("GET /acme/shop/info/refs");
    expect([...github.tokens]).toEqual([header]);
  });
});

describe("the workflow of this repository", () => {
  const { permissions, jobs } = parse(readFileSync(path.join(root, ".github/workflows/ci.yml"), "utf8")) as {
    permissions: object;
    jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[] }>>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("runs what .ci/run says, grants no more than reading to all, and pins the actions of others", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(jobs["test"]?.steps.at(-1)).toEqual({ run: "bash .ci/run" });
    for (const { uses = "./" } of steps) expect(uses).toMatch(/^\.\/$|@[0-9a-f]{40}$/);
  });

  test("can use the action, which finds the tool in its own repository", async () => {
    const done = await run({ workspace: root });
    expect(done).toMatchObject({ code: 0, outputs: { drift: "false", bump: "none" } });
    expect(done.log).toContain("pigello-accounts: up to date\ntaxfiling-accounts: up to date\n");
  });
});

describe("inputs", () => {
  test("the folder, the configuration and further arguments reach the tool as they are", async () => {
    repository.write("sub/my settings.json", config);
    repository.write("sub/books.yaml", changed.replace("place: { type: string }", "place: { type: string, format: shelfmark }"));
    const inputs = { "working-directory": "sub", config: "my settings.json", args: "--strict\n\n--max-diagnostics\n  7\n" };
    const done = await onPullRequest({ inputs });
    // files are named from the repository, where annotations look for them
    expect(done.log).toMatch(/^::warning file=sub\/books\.yaml,line=\d+,.*title=format-unknown::/m);
    expect(done.code).toBe(1);
  });

  test("a version runs by npx where none is installed", async () => {
    const programs = path.join(repository.folder, "programs");
    mkdirSync(programs, { recursive: true });
    const record = path.join(repository.folder, "npx.txt");
    writeFileSync(path.join(programs, "npx"), `#!/bin/sh\nprintf '%s\\n' "$@" > '${record}'\nexit 3\n`, { mode: 0o755 });
    const done = await run({ inputs: { version: "0.1.0 $(touch pwned)" }, programs });
    expect(done.code).toBe(3);
    expect(done.log).toContain("openapi-sieve check ended with 3 and gave no report");
    expect(readFileSync(record, "utf8").split("\n").slice(0, 5)).toEqual(["--yes", "openapi-sieve@0.1.0 $(touch pwned)", "check", "--format", "github"]);
    expect(existsSync(path.join(repository.workspace, "pwned"))).toBe(false);
  });

  test.each([
    [{ "fail-on-drift": "maybe" }, 'the input fail-on-drift must be true or false, and is "maybe"'],
    [{ "working-directory": "../.." }, 'working-directory "../.." leads out of the repository'],
    [{ base: "--upload-pack=x" }, 'the input base must be a revision of git, and is "--upload-pack=x"'],
  ])("%j is told in a line", async (inputs, message) => {
    const done = await run({ inputs });
    expect(done.code).toBe(2);
    expect(done.log).toContain(`::error title=openapi-sieve::${message}\n`);
  });

  test("a tool that is not installed is told, with what to do", async () => {
    const empty = path.join(repository.folder, "empty");
    mkdirSync(empty, { recursive: true });
    const done = await run({ workspace: empty });
    expect(done).toMatchObject({ code: 2, ran: ["check"] });
    expect(done.log).toContain("::error title=openapi-sieve::openapi-sieve is not installed here: run `npm ci` before this step, or name the input `version`\n");
  });
});
