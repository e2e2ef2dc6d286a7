import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readingOf } from "../../generator/config/reading.js";
import type { Target } from "../../generator/config/targets.js";
import { jobsFor } from "../../generator/jobs/workshop.js";

const folder = mkdtempSync(path.join(tmpdir(), "jobs-for-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A description of so many bytes; of none where there is no file. */
const target = (name: string, size?: number): Target => {
  const input = path.join(folder, name);
  if (size !== undefined) writeFileSync(input, "x".repeat(size));
  return { ...readingOf(), name, input, out: `/out/${name}`, representation: {}, names: {}, format: "oxfmt", packageJson: {}, emitters: [] };
};

const small = ["a", "b", "c"].map((name) => target(name, 40_000));
const large = ["d", "e", "f"].map((name) => target(name, 800_000));

test.each([
  ["small ones are not worth a thread of their own", small, undefined, 8, 1],
  ["large ones are, as far as there are processors", large, undefined, 2, 2],
  ["and as far as there are packages", large, undefined, 8, 3],
  ["what was said counts", small, 2, 1, 2],
  ["but nobody is left without a package", small, 16, 8, 3],
  ["nothing to do is no reason for none", [], 4, 8, 1],
  ["what is not there weighs nothing", [target("nowhere"), target("elsewhere")], undefined, 8, 1],
])("%s", (_, targets, wanted, processors, jobs) => {
  expect(jobsFor(targets, wanted, processors)).toBe(jobs);
});
