import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { actionText, readAction, root } from "./support/action-file.js";

const action = readAction();
const steps = action.runs.steps;

/** Names that expressions give: `${{ inputs.config }}` ~> "inputs.config" */
const named = (text: string): readonly string[] => [...text.matchAll(/\$\{\{(.*?)\}\}/g)].flatMap(([, inner = ""]) => [...inner.matchAll(/\b(?:inputs|steps|github)\.[\w.-]+/g)].map(([name]) => name));

describe("action.yml", () => {
  test("has the members of a composite action, and no others", () => {
    expect(Object.keys(action).sort()).toEqual(["branding", "description", "inputs", "name", "outputs", "runs"]);
    expect(Object.keys(action.runs).sort()).toEqual(["steps", "using"]);
    expect(action.runs.using).toBe("composite");
    expect(action.branding).toEqual({ icon: "filter", color: "blue" });
    // GitHub shows no more of a description in its marketplace
    expect(action.description.length).toBeLessThanOrEqual(150);
  });

  test.each(Object.entries(action.inputs))("input %s has a description and a default, which is text", (name, input) => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(Object.keys(input).sort()).toEqual(["default", "description"]);
    expect(typeof input.default).toBe("string");
    expect(input.description.length).toBeGreaterThan(5);
  });

  test.each(Object.entries(action.outputs))("output %s has a description and the value of a step", (_, output) => {
    expect(Object.keys(output).sort()).toEqual(["description", "value"]);
    const [, id] = /^\$\{\{ steps\.([\w-]+)\.outputs\.[\w-]+ \}\}$/.exec(output.value) ?? [];
    expect(steps.map((step) => step.id)).toContain(id);
  });

  test.each(steps.map((step) => [step.id, step] as const))("step %s has a name of its own, a shell and a program that is there", (id, step) => {
    expect(steps.filter((other) => other.id === id)).toHaveLength(1);
    expect(Object.keys(step).filter((key) => !["id", "if", "shell", "run", "env"].includes(key))).toEqual([]);
    expect(step.shell).toBe("bash");
    const [, program = ""] = /^node "\$GITHUB_ACTION_PATH\/(action\/[\w-]+\.mjs)"$/.exec(step.run) ?? [];
    expect(existsSync(path.join(root, program)), step.run).toBe(true);
  });

  test("no expression stands where a shell reads it", () => {
    for (const { run } of steps) expect(run).not.toContain("${{");
    // nor could one get there by another member: all others are data
    for (const line of actionText.split("\n").filter((one) => one.includes("${{")))
      expect(line).toMatch(/^ {4}default: \$\{\{ github\.token \}\}$|^ {4}value: |^ {6}if: |^ {8}[A-Z_]+: \$\{\{ [\w.-]+ \}\}$/);
  });

  test("every expression names an input, or an output of a step before it, and every input is used", () => {
    const used = new Set<string>();
    for (const [index, { if: condition = "", env = {} }] of steps.entries())
      for (const name of named([condition, ...Object.values(env)].join(" "))) {
        used.add(name);
        const [context, key = ""] = name.split(".");
        if (context === "github") expect(name).toBe("github.token");
        else if (context === "inputs") expect(Object.keys(action.inputs)).toContain(key);
        else expect(steps.slice(0, index).map((step) => step.id)).toContain(key);
      }
    for (const input of Object.keys(action.inputs)) expect(used).toContain(`inputs.${input}`);
  });

  test("uses no other action, so that there is nothing to pin", () => {
    expect(actionText).not.toMatch(/^\s*(?:- )?uses:/m);
  });
});
