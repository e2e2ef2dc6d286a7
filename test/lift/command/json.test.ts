import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { root } from "../../cli/support/cli.js";
import { project } from "../../cli/support/project.js";
import { prose } from "../support/prose.js";
import { runLift } from "../support/run-lift.js";

const isOutput = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(path.join(root, "generator/schemas/output.schema.json"), "utf8")) as object);

const inQuery = prose.replace('name: from, in: query, schema: { type: string }', 'name: from, in: query, description: Must be unique., schema: { type: string }');

test.each([
  ["findings", prose, []],
  ["facts", inQuery, []],
  ["guesses", prose.replace("Exactly one of `a` and `b` is required.", "The dates `a` and `b` must be in chronological order."), ["--min", "guess"]],
  ["nothing", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n", []],
])("%s are printed as the schema of the output has it", async (_, text, args) => {
  const made = project({ "api.yaml": text });
  for (const more of [[], ["--out", "rules.yaml"], ["--out", "rules.yaml"]]) {
    const { code, out } = await runLift(made.folder, ["api.yaml", "--json", ...args, ...more]);
    expect(code).toBe(0);
    expect(isOutput(JSON.parse(out)), JSON.stringify(isOutput.errors)).toBe(true);
  }
});

test("the schema takes no other shape for it", async () => {
  const made = project({ "api.yaml": prose });
  const { out } = await runLift(made.folder, ["api.yaml", "--json"]);
  const printed = JSON.parse(out) as { findings: readonly object[] };
  expect(isOutput({ ...printed, findings: printed.findings.map((one) => ({ ...one, state: "unknown" })) })).toBe(false);
  expect(isOutput({ ...printed, findings: printed.findings.map((one) => ({ ...one, evidence: [] })) })).toBe(false);
  expect(isOutput({ ...printed, stated: -1 })).toBe(false);
});

test("files that the description refers to are named: their texts are not read", async () => {
  const api = prose.replace("        b: { type: string }", "        b: { $ref: './other.yaml#/b' }\n        c: { $ref: './third.yaml#/c' }");
  const made = project({ "api.yaml": api, "other.yaml": "b:\n  type: string\n  description: Must be unique.\n", "third.yaml": "c: { type: string }\n", "rules.yaml": "overlay: 1.0.0\ninfo: { title: t, version: '1' }\nactions: [{ target: $.info, update: { title: T } }]\n" });
  const { code, error } = await runLift(made.folder, ["api.yaml"]);
  expect(code).toBe(0);
  expect(error).toContain("lift: not read: the texts of other.yaml, third.yaml, which the description refers to: no overlay reaches into other files\n");
  const json = await runLift(made.folder, ["api.yaml", "--json", "--overlay", "rules.yaml"]);
  expect(JSON.parse(json.out)).toMatchObject({ referredTo: ["other.yaml", "third.yaml"] });
});
