import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../cli/support/cli.js";
import { project } from "../../cli/support/project.js";
import { prose } from "../support/prose.js";
import { runLift } from "../support/run-lift.js";

const schemaOf = (name: string): ValidateFunction =>
  new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(path.join(root, `generator/schemas/${name}.schema.json`), "utf8")) as object);

const [isEvidence, isLifted] = [schemaOf("x-evidence"), schemaOf("x-lifted")];

/** Every value under a key, wherever it stands. */
const allUnder = (value: unknown, key: string): readonly unknown[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => (name === key ? [member] : allUnder(member, key)));
};

test("what is written into overlays and descriptions is as the schemas of the extensions have it", async () => {
  const made = project({ "api.yaml": prose });
  await runLift(made.folder, ["api.yaml", "--out", "rules.yaml", "-q"]);
  const overlay: unknown = parse(made.read("rules.yaml"));
  await runLift(made.folder, ["api.yaml", "--write", "-q"]);
  const evidence = [...allUnder(overlay, "x-evidence"), ...allUnder(parse(made.read("api.yaml")), "x-evidence")];
  expect(evidence).toHaveLength(6);
  for (const one of evidence) expect(isEvidence(one), JSON.stringify(isEvidence.errors)).toBe(true);
  const lifted = allUnder(overlay, "x-lifted");
  expect(lifted).toHaveLength(3);
  for (const one of lifted) expect(isLifted(one), JSON.stringify(isLifted.errors)).toBe(true);
  expect(isLifted("something")).toBe(false);
  expect(isEvidence([{ statement: "a" }])).toBe(false);
});
