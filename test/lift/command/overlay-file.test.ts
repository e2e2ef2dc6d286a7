import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../cli/support/cli.js";
import { type Project, project } from "../../cli/support/project.js";
import { prose } from "../support/prose.js";
import { runLift } from "../support/run-lift.js";

const isOverlay = new Ajv2020({ allErrors: true, formats: { "uri-reference": true } }).compile(
  JSON.parse(readFileSync(path.join(root, "test/lift/overlay/overlay-1.0.schema.json"), "utf8")) as object,
);

const lifted = async (files: Readonly<Record<string, string>> = {}): Promise<Project> => {
  const made = project({ "api.yaml": prose, ...files });
  const { code } = await runLift(made.folder, ["api.yaml", "--out", "rules.yaml", "-q"]);
  expect(code).toBe(0);
  return made;
};

const again = (made: Project, ...args: readonly string[]) => runLift(made.folder, ["api.yaml", "--out", "rules.yaml", ...args]);

/** Lines that only one of two texts has. */
const changedLines = (before: string, after: string): readonly string[] => {
  const [left, right] = [before.split("\n"), after.split("\n")];
  return [...left.filter((line) => !right.includes(line)).map((line) => `- ${line.trim()}`), ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line.trim()}`)];
};

describe("the overlay", () => {
  test("is one of Overlay 1.0, and explain applies it without a word", async () => {
    const made = await lifted();
    expect(isOverlay(parse(made.read("rules.yaml"))), JSON.stringify(isOverlay.errors)).toBe(true);
    const { code, out, error } = await made.run(["explain", "api.yaml", "--overlay", "rules.yaml"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toContain("a");
  });

  test("is the same after a second run, also from another folder", async () => {
    const made = await lifted();
    const before = made.read("rules.yaml");
    expect((await again(made)).code).toBe(0);
    expect(made.read("rules.yaml")).toBe(before);
    const inner = project({ "x/y.txt": "" });
    await runLift(inner.folder, [path.join(made.folder, "api.yaml"), "--out", path.join(made.folder, "rules.yaml"), "--allow-outside"]);
    expect(made.read("rules.yaml")).toBe(before);
  });

  test("states what it states when it is applied, so that nothing is found a second time", async () => {
    const made = await lifted();
    const { code, out } = await runLift(made.folder, ["api.yaml", "--overlay", "rules.yaml", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ findings: [], stated: 3 });
  });

  test("as JSON, it is as valid, and the same after a second run", async () => {
    const made = project({ "api.yaml": prose });
    const run = () => runLift(made.folder, ["api.yaml", "--out", "rules.json", "-q"]);
    await run();
    const text = made.read("rules.json");
    expect(isOverlay(JSON.parse(text))).toBe(true);
    await run();
    expect(made.read("rules.json")).toBe(text);
    // what somebody else laid out stays so
    const minified = JSON.stringify(JSON.parse(text));
    made.write("rules.json", minified);
    made.write("api.yaml", `# a line more\n${prose}`);
    await run();
    expect(made.read("rules.json")).toBe(minified.replaceAll(/api\.yaml:(\d+):/g, (_, line: string) => `api.yaml:${Number(line) + 1}:`));
  });
});

describe("when the description moves on", () => {
  test("only the places change where lines did", async () => {
    const made = await lifted();
    const before = made.read("rules.yaml");
    made.write("api.yaml", `# a line more\n${prose}`);
    expect((await again(made)).code).toBe(0);
    expect(changedLines(before, made.read("rules.yaml"))).toEqual(["- at: api.yaml:7:20", "- at: api.yaml:16:20", "- at: api.yaml:22:24", "+ at: api.yaml:8:20", "+ at: api.yaml:17:20", "+ at: api.yaml:23:24"]);
  });

  test("the sentence is brought up to date where it says the same", async () => {
    const made = await lifted();
    const before = made.read("rules.yaml");
    made.write("api.yaml", prose.replace("Exactly one of `a` and `b` is required.", "Exactly one of `b` and `a` must be set."));
    expect((await again(made, "--check")).code).toBe(0);
    expect((await again(made)).code).toBe(0);
    const lines = changedLines(before, made.read("rules.yaml"));
    expect(lines).toContain("+ sentence: Exactly one of `b` and `a` must be set.");
    expect(lines.filter((line) => line.includes("target"))).toEqual([]);
  });

  test("an action whose sentence is gone is told, fails the check, and stays", async () => {
    const made = await lifted();
    const before = made.read("rules.yaml");
    made.write("api.yaml", prose.replace("Exactly one of `a` and `b` is required.", "A thing."));
    const checked = await again(made, "--check");
    expect(checked.code).toBe(1);
    expect(checked.error).toContain("no sentence says this any more: exactly one of a, b  $.components.schemas.Thing\n");
    expect((await again(made)).code).toBe(0);
    expect(made.read("rules.yaml")).toBe(before);
  });

  test("a renamed field is a new finding, and the old one is gone", async () => {
    const made = await lifted();
    made.write("api.yaml", prose.replace("of `a` and", "of `kind` and").replace("        a: {", "        kind: {"));
    const { out } = await again(made, "--check", "--json");
    expect(JSON.parse(out)).toMatchObject({ stale: [{ statement: "exactly one of a, b" }], findings: [{ state: "known" }, { state: "new", statement: "exactly one of b, kind" }, { state: "known" }] });
    await again(made);
    expect(isOverlay(parse(made.read("rules.yaml")))).toBe(true);
    expect(made.read("rules.yaml")).toContain("exactly one of b, kind");
  });
});

describe("what people did with the overlay", () => {
  const foreign = `  # mine, laid out as I like it
  - {target:   $.info,   update: {description:   "by hand"}}
`;

  test("stays byte for byte: comments, actions of others, actions that were changed", async () => {
    const made = await lifted();
    const edited = made.read("rules.yaml").replace("actions:\n", `actions:   # the rules\n${foreign}`).replace("- oneOf:", "- anyOf:   # not so strict");
    made.write("rules.yaml", edited);
    made.write("api.yaml", prose.replace("Exactly one of `a` and `b` is required.", "Exactly one of `b` and `a` must be set."));
    const { code, error } = await again(made);
    expect({ code, edited: error.includes("1 in the overlay, changed by hand") }).toEqual({ code: 0, edited: true });
    expect(made.read("rules.yaml")).toBe(edited);
    // something new goes to the end, and nothing else changes
    made.write("api.yaml", prose.replace("        code:", "        name: { type: string, description: Must be unique. }\n        code:"));
    await again(made);
    const after = made.read("rules.yaml");
    expect(changedLines(edited, after).filter((line) => line.startsWith("-"))).toEqual(["- at: api.yaml:22:24"]);
    expect(after).toContain(foreign);
    expect(isOverlay(parse(after))).toBe(true);
  });

  test("what was rejected is not proposed again", async () => {
    const made = await lifted({ "rules.yaml": `overlay: 1.0.0\ninfo: { title: Rules, version: 1.0.0 }\nx-rejected:\n  - { target: $.components.schemas.Thing, statement: "exactly one of a, b" }\nactions: []\n` });
    const overlay: unknown = parse(made.read("rules.yaml"));
    expect(isOverlay(overlay)).toBe(true);
    expect(made.read("rules.yaml")).not.toContain("oneOf");
    const { code, error } = await again(made, "--check");
    expect({ code, told: error.includes("1 rejected") }).toEqual({ code: 0, told: true });
  });
});

describe("exit codes", () => {
  test("--check fails until everything is reviewed, and writes nothing", async () => {
    const made = project({ "api.yaml": prose });
    const { code, error } = await again(made, "--check");
    expect({ code, told: error.includes("lift: 3 findings to review: openapi-sieve lift api.yaml --out rules.yaml\n") }).toEqual({ code: 1, told: true });
    expect(Object.keys(made.files())).toEqual(["api.yaml"]);
    await again(made);
    expect((await again(made, "--check")).code).toBe(0);
  });

  test("--quiet says nothing where all is well", async () => {
    const made = project({ "api.yaml": prose });
    expect(await again(made, "--quiet")).toEqual({ code: 0, out: "", error: "" });
  });

  test("--min decides what is asked for", async () => {
    const made = project({ "api.yaml": prose.replace("Must be unique.", "'`a` requires `b`.'") });
    const states = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { out } = await again(made, "--check", "--json", ...args);
      const { findings } = JSON.parse(out) as { findings: readonly { state: string; confidence: string }[] };
      return findings.filter(({ state }) => state === "new").map(({ confidence }) => confidence);
    };
    expect(await states()).toEqual((await states("--min", "guess")).filter((one) => one === "certain"));
    expect((await again(made, "--min", "sure")).code).toBe(2);
  });

  test("a broken overlay is told with its place, and stays", async () => {
    const broken = "overlay: 1.0.0\nactions: [\n";
    const made = project({ "api.yaml": prose, "rules.yaml": broken });
    const { code, error } = await again(made);
    expect({ code, place: error.includes("rules.yaml:") }).toEqual({ code: 1, place: true });
    expect(made.read("rules.yaml")).toBe(broken);
  });

  test("what is no overlay is not written to", async () => {
    const made = project({ "api.yaml": prose, "rules.yaml": "- a list\n" });
    const { code, error } = await again(made, "-q");
    expect({ code, error }).toEqual({ code: 1, error: "openapi-sieve: cannot write rules.yaml: it is no overlay\n" });
  });

  test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to is told, and nothing is left in it", async () => {
    const made = project({ "api.yaml": prose, "locked/a.txt": "" });
    chmodSync(path.join(made.folder, "locked"), 0o555);
    const { code, error } = await runLift(made.folder, ["api.yaml", "--out", "locked/rules.yaml", "-q"]);
    chmodSync(path.join(made.folder, "locked"), 0o755);
    expect({ code, told: error.startsWith("openapi-sieve: cannot write locked/rules.yaml: ") }).toEqual({ code: 1, told: true });
    expect(Object.keys(made.files("locked"))).toEqual(["locked/a.txt"]);
  });

  test("a file in the place of the folder is told, and stays", async () => {
    const made = project({ "api.yaml": prose, taken: "a file" });
    const { code } = await runLift(made.folder, ["api.yaml", "--out", "taken/rules.yaml", "-q"]);
    expect(code).toBe(1);
    expect(made.read("taken")).toBe("a file");
  });

  test.each([
    [["--write", "--out", "x.yaml"], "--write edits the description; --out is for an overlay"],
    [["--write", "--check"], "--check writes nothing, so it goes without --write"],
    [["--write", "--overlay", "x.yaml"], "--write edits the description as it stands, so it goes without --overlay"],
    [["--interactive"], "--interactive needs --out: an overlay for what is accepted"],
    [["--interactive", "--write"], "--interactive fills an overlay, so it goes without --write"],
    [["--interactive", "--check", "--out", "x.yaml"], "--interactive goes without --check"],
    [["--interactive", "--json", "--out", "x.yaml"], "--interactive goes without --json"],
    [["--interactive", "--out", "x.yaml"], "--interactive needs a terminal; without one, --out writes an overlay that can be edited"],
  ])("%j", async (args, message) => {
    const made = project({ "api.yaml": prose });
    expect(await runLift(made.folder, ["api.yaml", ...args])).toEqual({ code: 2, out: "", error: `openapi-sieve: ${message}\n` });
    expect(Object.keys(made.files())).toEqual(["api.yaml"]);
  });

  test("a URL is told to be saved first", async () => {
    const made = project({});
    expect(await runLift(made.folder, ["https://example.com/api.yaml"])).toEqual({ code: 2, out: "", error: "openapi-sieve: lift reads files: save the description first\n" });
  });
});
