import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSpec } from "../../generator/read-spec.js";
import { schemas } from "./support/load.js";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "openapi-sieve-source-"));
  mkdirSync(join(root, "cwd/api/folder"), { recursive: true });
  mkdirSync(join(root, "elsewhere"));
  writeFileSync(join(root, "secret.yaml"), "type: string\n");
  writeFileSync(join(root, "cwd/shared.yaml"), "type: string\n");
  writeFileSync(join(root, "elsewhere/near.yaml"), "type: string\n");
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const codes = (input: string, reference: string, cwd = join(root, "cwd")): readonly string[] => {
  writeFileSync(join(root, "cwd", input), schemas(`A: { $ref: ${JSON.stringify(reference)} }`));
  return readSpec(input, cwd).diagnostics.map(({ code }) => code);
};

test("files below the working directory and beside the entry are read", () => {
  expect(codes("api/openapi.yaml", "../shared.yaml")).toEqual([]);
  expect(codes("../elsewhere/openapi.yaml", "near.yaml")).toEqual([]);
  expect(codes("../elsewhere/openapi.yaml", "../cwd/shared.yaml")).toEqual([]);
});

test("files elsewhere are not, however the path is written", () => {
  for (const reference of ["../../secret.yaml", "folder/../../../secret.yaml", "..%2F..%2Fsecret.yaml", join(root, "secret.yaml")])
    expect(codes("api/openapi.yaml", reference)).toEqual(["ref-outside-root"]);
});

test("a folder is no file", () => {
  expect(codes("api/openapi.yaml", "folder")).toEqual(["ref-unresolved"]);
  expect(readSpec("api", join(root, "cwd")).diagnostics.map(({ code }) => code)).toEqual(["file-missing"]);
});

test("paths are relative to the working directory, and absolute outside of it", () => {
  codes("api/openapi.yaml", "../shared.yaml");
  expect(readSpec("./api/../api/openapi.yaml", join(root, "cwd")).inputs.map(({ path }) => path)).toEqual(["api/openapi.yaml", "shared.yaml"]);
  expect(readSpec(join(root, "cwd/api/openapi.yaml"), join(root, "elsewhere")).inputs[0]?.path).toBe(join(root, "cwd/api/openapi.yaml"));
});
