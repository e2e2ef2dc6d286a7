import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { root, runCli } from "./support/cli.js";

const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };

const run = (...args: readonly string[]) => runCli(root, args);

test.each(["--help", "-h"])("%s names every command and the exit codes", async (flag) => {
  const { code, out, error } = await run(flag);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  await expect(out).toMatchFileSnapshot("messages/help.txt");
});

test.each(["generate", "watch", "check", "diff", "explain", "expand", "lift"])("%s --help says what it takes", async (command) => {
  const { code, out, error } = await run(command, "--help");
  expect({ code, error }).toEqual({ code: 0, error: "" });
  await expect(out).toMatchFileSnapshot(`messages/help-${command}.txt`);
});

test.each(["--version", "-v"])("%s is the version of the package", async (flag) => {
  expect(await run(flag)).toEqual({ code: 0, out: `${version}\n`, error: "" });
});

describe("wrong use is told on standard error, with exit code 2", () => {
  test.each<readonly [args: readonly string[], message: string]>([
    [[], "name a command"],
    [["generat"], 'there is no command "generat"; did you mean generate?'],
    [["constructor"], 'there is no command "constructor"'],
    [["generate", "--outt", "x"], "Unknown option '--outt'; did you mean --out?"],
    [["generate", "--xyzzy"], "Unknown option '--xyzzy'"],
    [["generate", "--format", "sarif2"], 'there is no format "sarif2"; did you mean sarif?'],
    [["generate", "--format", "github", "--json"], "--json and --format github exclude each other"],
    [["generate", "--max-diagnostics", "many"], "--max-diagnostics takes a number; 0 shows all"],
    [["generate", "--max-size", "0"], "--max-size takes a number of megabytes"],
    [["explain", "a.yaml", "--strict"], "explain takes no --strict"],
    [["generate", "--out"], "Option '-o, --out <value>' argument missing"],
    [["generate", "--json=yes"], "Option '--json' does not take an argument"],
    [["explain", "a.yaml", "--out", "x"], "explain takes no --out"],
    [["expand", "a.yaml", "--strict"], "expand takes no --strict"],
    [["check", "a.yaml", "--no-cache"], "check takes no --no-cache"],
    [["lift", "a.yaml", "--intractive"], "Unknown option '--intractive'; did you mean --interactive?"],
    [["generate", "a.yaml", "--write"], "generate takes no --write"],
    [["explain", "a.yaml", "--jobs", "2"], "explain takes no --jobs"],
    [["diff", "a.yaml", "b.yaml", "--profile", "x.json"], "diff takes no --profile"],
    [["generate", "a.yaml", "--profile", ""], "--profile takes the name of a file"],
    [["check", "--profile", "x.cpuprofile", "--jobs", "2"], "a .cpuprofile is of one thread: leave out --jobs"],
    [["watch", "--profile", "x.cpuprofile"], "watch takes no --profile of that kind, since it works in threads; generate does"],
  ])("%j", async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: "", error: `openapi-sieve: ${message}\nTry openapi-sieve --help.\n` });
  });

  test.each<readonly [args: readonly string[], message: string]>([
    [["explain"], "explain takes a description and, if wanted, the name of one operation or schema"],
    [["explain", "a.yaml", "b", "c"], "explain takes a description and, if wanted, the name of one operation or schema"],
    [["expand"], "expand takes one description"],
    [["lift"], "lift takes one description"],
    [["lift", "a.yaml", "--min", "sure"], "--min takes certain, likely, guess"],
    [["expand", "a.yaml", "b.yaml"], "expand takes one description"],
    [["generate", "--out", "x"], "--out and --name go with an input"],
    [["generate", "a.yaml", "--config", "x.json"], "--config goes without an input"],
    [["generate", "a.yaml", "b.yaml", "--name", "x"], "--name goes with one input"],
    [["generate", "a.yaml", "--name", "Not A Name"], '"Not A Name" is no package name that npm takes (lower case, digits, "-", ".", "_")'],
    [["generate", "x/a.yaml", "y/a.yaml"], `two packages would be written to ${path.join(root, "generated/a")}; give each its own \`out\``],
  ])("%j", async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: "", error: `openapi-sieve: ${message}\n` });
  });
});

test("help loads none of the dependencies", async () => {
  const loads = fileURLToPath(new URL("support/log-loads.cjs", import.meta.url));
  const { code, error } = await runCli(root, ["--help"], { node: ["--require", loads] });
  expect(code).toBe(0);
  expect(error).not.toContain("node_modules");
  expect(error).toContain("dist/cli.js");
});

test("a reader who has read enough is no error", async () => {
  const script = `"${process.execPath}" dist/cli.js expand spec/pigello-accounts.yaml | head -c 10`;
  const error = await new Promise<string>((resolve) => execFile("sh", ["-c", script], { cwd: root }, (_, __, text) => resolve(text)));
  expect(error).toBe("");
});
