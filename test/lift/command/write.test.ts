import { chmodSync, lstatSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { project } from "../../cli/support/project.js";
import { prose } from "../support/prose.js";
import { runLift } from "../support/run-lift.js";

const write = (folder: string, file = "api.yaml") => runLift(folder, [file, "--write", "-q"]);

test("the description states its rules itself, and the second run finds nothing to write", async () => {
  const made = project({ "api.yaml": prose });
  expect(await write(made.folder)).toEqual({ code: 0, out: "", error: "" });
  const after = made.read("api.yaml");
  expect(after).not.toBe(prose);
  const again = await runLift(made.folder, ["api.yaml", "--write", "--json"]);
  expect(JSON.parse(again.out)).toMatchObject({ findings: [], stated: 3, diagnostics: [] });
  expect(made.read("api.yaml")).toBe(after);
});

test("evidence has no places, which the edits themselves would move", async () => {
  const made = project({ "api.yaml": prose });
  await write(made.folder);
  expect(made.read("api.yaml")).toContain("x-evidence:");
  expect(made.read("api.yaml")).not.toContain("at:");
});

test("a byte order mark, the mode of the file and a link to it stay", async () => {
  const made = project({ "real/api.yaml": `\uFEFF${prose}` });
  const real = path.join(made.folder, "real/api.yaml");
  chmodSync(real, 0o640);
  symlinkSync("real/api.yaml", path.join(made.folder, "api.yaml"));
  const { code, error } = await write(made.folder);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(lstatSync(path.join(made.folder, "api.yaml")).isSymbolicLink()).toBe(true);
  expect(statSync(real).mode & 0o777).toBe(0o640);
  expect(made.read("real/api.yaml").startsWith("\uFEFFopenapi")).toBe(true);
  expect(made.read("real/api.yaml")).toContain("x-evidence:");
});

test("a file in UTF-16 is read, and not written", async () => {
  const made = project({});
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(prose, "utf16le")]);
  writeFileSync(path.join(made.folder, "api.yaml"), bytes);
  expect(await write(made.folder)).toEqual({ code: 1, out: "", error: "openapi-sieve: cannot write api.yaml: it is not UTF-8, or was changed meanwhile\n" });
});

test("files that the description refers to stay as they are", async () => {
  const other = "Thing:\n  description: Exactly one of `a` and `b` is required.\n  properties: { a: {}, b: {} }\n";
  const made = project({ "api.yaml": prose.replace("    Thing:", "    Other: { $ref: 'other.yaml#/Thing' }\n    Thing:"), "other.yaml": other });
  await write(made.folder);
  expect(made.read("other.yaml")).toBe(other);
  expect(made.read("api.yaml")).toContain("oneOf:");
});

test("components are edited where they stand, not where they are referred to", async () => {
  const made = project({ "api.yaml": prose.replace("  schemas:\n", "  schemas:\n    Alias: { $ref: '#/components/schemas/Thing' }\n") });
  await write(made.folder);
  expect(made.read("api.yaml")).toContain("    Alias: { $ref: '#/components/schemas/Thing' }\n");
});

test("what cannot be written is told, and the rest is", async () => {
  const made = project({ "api.yaml": prose.replace("      description: Exactly", "      <<: { allOf: [{ minProperties: 1 }] }\n      description: Exactly") });
  const { code, error } = await write(made.folder);
  expect({ code, error }).toEqual({
    code: 1,
    error: "lift: not written: exactly one of a, b  $.components.schemas.Thing: `allOf` is merged in by `<<`, and one beside it would take its place\n",
  });
  expect(made.read("api.yaml")).toContain("x-query-rules:");
  expect(made.read("api.yaml")).toContain("x-unique: true");
});

test("a description with errors is not touched", async () => {
  const broken = prose.replace("in: query, schema", "in: nowhere, schema");
  const made = project({ "api.yaml": broken });
  expect((await write(made.folder)).code).toBe(1);
  expect(made.read("api.yaml")).toBe(broken);
});
