import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "vitest";

import { pathOf, textOf } from "./description.js";

const run = promisify(execFile);
const redocly = pathOf("node_modules/@redocly/cli/bin/cli.js");
const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

interface Problem {
  readonly ruleId: string;
  readonly severity: string;
}

/** The problems that `redocly.yaml` finds in the files, or in all of its own list if none is given. */
async function lint(...files: readonly string[]): Promise<readonly Problem[]> {
  const arguments_ = [redocly, "lint", ...files, "--config", pathOf("redocly.yaml"), "--format", "json"];
  const { stdout } = await run(process.execPath, arguments_, { cwd: pathOf("."), env: environment }).catch(
    (error: unknown) => {
      if (error instanceof Error && "stdout" in error && typeof error.stdout === "string")
        return { stdout: error.stdout };
      throw error;
    },
  );
  const report = JSON.parse(stdout.slice(stdout.indexOf("{"))) as { readonly problems: readonly Problem[] };
  return report.problems;
}

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "spec-lint-"))));
afterAll(() => rm(folder, { recursive: true }));

test("the descriptions have neither errors nor warnings", async () => {
  expect(await lint("spec/pigello-accounts.yaml")).toEqual([]);
  expect(await lint("spec/taxfiling-accounts.yaml")).toEqual([]);
});

// A ruleset that switches another one off would let everything pass; so one defect for each ruleset must be found.
const defects: readonly (readonly [rule: string, from: string, to: string])[] = [
  ["struct", "  title: Pigello Accounts\n", ""],
  ["operation-operationId-unique", "operationId: createOrganizationuser", "operationId: getOrganizationuser"],
  ["operation-summary", "      summary: Get 'Organizationuser'\n", ""],
  ["no-required-schema-properties-undefined", "required: [detail_access, id]", "required: [detail_access, identifier]"],
];

test.each(defects)("%s is found", async (rule, from, to) => {
  const text = textOf("spec/pigello-accounts.yaml");
  expect(text.split(from)).toHaveLength(2);
  const file = join(folder, `${rule}.yaml`);
  await writeFile(file, text.replace(from, to));
  expect(await lint(file)).toContainEqual(expect.objectContaining({ ruleId: rule, severity: "error" }));
});
