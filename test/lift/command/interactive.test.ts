import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Terminal } from "../../../generator/commands/options.js";
import { root } from "../../cli/support/cli.js";
import { project } from "../../cli/support/project.js";
import { prose } from "../support/prose.js";
import { runLift } from "../support/run-lift.js";

/** Somebody who types keys, and looks at the overlay before each. */
const typing = (keys: string, look: () => void = () => {}): (() => Terminal) => {
  const left = [...keys];
  return () => ({
    key: () => {
      look();
      const name = left.shift();
      return Promise.resolve(name === undefined ? undefined : { name, isControl: false });
    },
    close: () => {},
  });
};

interface OverlayFile {
  readonly actions: readonly { readonly description: string; readonly update: unknown; readonly "x-lifted": unknown }[];
  readonly "x-rejected"?: readonly { readonly statement: string }[];
}

const reviewed = (text: string): { readonly accepted: readonly string[]; readonly rejected: readonly string[] } => {
  const overlay = parse(text) as OverlayFile;
  return { accepted: overlay.actions.map(({ description }) => description), rejected: (overlay["x-rejected"] ?? []).map(({ statement }) => statement) };
};

const review = (folder: string, keys: string, look?: () => void, ...args: readonly string[]) =>
  runLift(folder, ["api.yaml", "--out", "rules.yaml", "--interactive", ...args], typing(keys, look));

describe("--interactive", () => {
  test("saves every decision before it asks for the next, and goes on where it was left", async () => {
    const made = project({ "api.yaml": prose });
    const seen: (readonly [number, number])[] = [];
    const { code, out } = await review(made.folder, "as", () => {
      const text = made.files()["rules.yaml"];
      const { accepted, rejected } = text === undefined ? { accepted: [], rejected: [] } : reviewed(text);
      seen.push([accepted.length, rejected.length]);
    });
    expect(code).toBe(0);
    // the last is asked about, and the keyboard is gone
    expect(seen).toEqual([[0, 0], [1, 0], [1, 0]]);
    expect(out).toContain("lift: 1 accepted, 2 left; go on with: openapi-sieve lift api.yaml --out rules.yaml --interactive\n");
    const second = await review(made.folder, "ra");
    expect(second.out).toContain("1 of 2");
    expect(reviewed(made.read("rules.yaml"))).toEqual({ accepted: ["at least one of from, until", "code is unique"], rejected: ["exactly one of a, b"] });
    expect((await review(made.folder, "")).out).toBe("lift: nothing to review\n");
    expect((await runLift(made.folder, ["api.yaml", "--out", "rules.yaml", "--check", "-q"])).code).toBe(0);
  });

  test("what is undone leaves nothing behind", async () => {
    const made = project({ "api.yaml": prose });
    await review(made.folder, "auq");
    expect(Object.keys(made.files())).toEqual(["api.yaml"]);
    await review(made.folder, "aq");
    const before = made.read("rules.yaml");
    await review(made.folder, "aruuq");
    expect(made.read("rules.yaml")).toBe(before);
  });

  test("an overlay in which everything is rejected so far is a valid one, and makes room", async () => {
    const made = project({ "api.yaml": prose });
    await review(made.folder, "rq");
    expect(parse(made.read("rules.yaml"))).toMatchObject({ actions: [{ target: "$", update: {} }] });
    expect((await runLift(made.folder, ["api.yaml", "--overlay", "rules.yaml", "-q"])).error).toBe("");
    await review(made.folder, "rrq");
    await review(made.folder, "a");
    expect(reviewed(made.read("rules.yaml")).rejected).toHaveLength(3);
    const other = project({ "api.yaml": prose });
    await review(other.folder, "raa");
    expect(reviewed(other.read("rules.yaml"))).toEqual({ accepted: ["exactly one of a, b", "code is unique"], rejected: ["at least one of from, until"] });
  });

  test("of several readings the one that was chosen is written, and kept by later runs", async () => {
    const ordered = prose.replace("Must be unique.", '"This value must be set in an proper order, in relation to the following fields: b"');
    const made = project({ "api.yaml": ordered });
    const json = await runLift(made.folder, ["api.yaml", "--json", "--min", "guess"]);
    const { findings } = JSON.parse(json.out) as { findings: readonly { statement: string; others?: readonly object[] }[] };
    const index = findings.findIndex(({ others }) => others !== undefined);
    expect(findings[index]?.statement).toBe("b ? code");
    await review(made.folder, `${"s".repeat(index)}2q`, undefined, "--min", "guess");
    const text = made.read("rules.yaml");
    expect((parse(text) as OverlayFile).actions.map(({ update }) => update)).toEqual([findings[index]?.others?.[0]]);
    await runLift(made.folder, ["api.yaml", "--out", "rules.yaml", "-q"]);
    expect(made.read("rules.yaml")).toContain(text.slice(text.indexOf("actions:")));
  });

  test("control characters of a description do not reach the terminal", async () => {
    const made = project({ "api.yaml": prose.replace("description: Exactly one of `a` and `b` is required.", 'description: "\\e[31mred\\a. Exactly one of `a` and `b` is required.\\e[2J"') });
    const { out } = await review(made.folder, "s?sq");
    expect(out).toContain("red");
    expect(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(out)).toBe(false);
  });

  const python = spawnSync("python3", ["-c", "import pty"]).status === 0;
  if (!python) console.warn("python3 with a pseudo-terminal is not here: --interactive is not tested on one");

  test.skipIf(!python)("on a real terminal: keys, arrows, Ctrl-C", { timeout: 120_000 }, () => {
    const made = project({ "api.yaml": prose });
    const type = (keys: string): string =>
      execFileSync("python3", [path.join(root, "test/lift/support/type-keys.py"), "? help: ", keys, process.execPath, path.join(root, "dist/cli.js"), "lift", "api.yaml", "--out", "rules.yaml", "--interactive"], {
        cwd: made.folder,
        encoding: "utf8",
      });
    const shown = type("\\x1b[C,\\r,\\x1b[D,r,\\x03");
    expect(shown).toContain("1 of 3");
    expect(shown).toContain("\u001B[33ma\u001B[0m");
    expect(shown).toContain("lift: 1 rejected, 2 left; go on with: ");
    expect(reviewed(made.read("rules.yaml")).rejected).toEqual(["exactly one of a, b"]);
  });
});
