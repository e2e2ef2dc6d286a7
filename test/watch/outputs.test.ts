import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createIsIntact, foldersOf } from "../../generator/watch/outputs.js";
import { textHash } from "../../generator/write/text-hash.js";

const created = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "outputs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

describe("files that were made", () => {
  const outputs = [{ path: "src/a.ts", hash: textHash("a\nb\n") }];
  const given = () => {
    const folder = created();
    const file = path.join(folder, "src/a.ts");
    mkdirSync(path.dirname(file));
    writeFileSync(file, "a\nb\n");
    const isIntact = createIsIntact();
    return { folder, file, isIntact: () => isIntact(folder, outputs) };
  };

  test("are as they were made, also with other line ends", () => {
    const { file, isIntact } = given();
    expect(isIntact()).toBe(true);
    writeFileSync(file, "a\r\nb\r\n");
    expect(isIntact()).toBe(true);
  });

  test("are not where one has another text, is gone, or is a folder", () => {
    const { file, isIntact } = given();
    expect(isIntact()).toBe(true);
    writeFileSync(file, "a\nc\n");
    expect(isIntact()).toBe(false);
    rmSync(file);
    expect(isIntact()).toBe(false);
    mkdirSync(file);
    expect(isIntact()).toBe(false);
    rmSync(file, { recursive: true });
    writeFileSync(file, "a\nb\n");
    expect(isIntact()).toBe(true);
  });

  test("are not where one was edited and its time set back", () => {
    const { file, isIntact } = given();
    const { atime, mtime } = statSync(file);
    expect(isIntact()).toBe(true);
    writeFileSync(file, "c\nb\n");
    utimesSync(file, atime, mtime);
    expect(isIntact()).toBe(false);
  });

  test("are not as they were made where something else is to be made", () => {
    const { folder } = given();
    const isIntact = createIsIntact();
    expect(isIntact(folder, outputs)).toBe(true);
    expect(isIntact(folder, [{ path: "src/a.ts", hash: textHash("other") }])).toBe(false);
  });
});

test("folders of thousands of files are few, and know the names in them", () => {
  const files = Array.from({ length: 3000 }, (_, index) => ({ path: `src/schemas/s${index}.ts`, hash: "" }));
  const folders = foldersOf("/p", [...files, { path: "package.json", hash: "" }, { path: ".openapi-sieve/manifest.json", hash: "" }]);
  expect([...folders].map(([folder, names]) => [folder, names.size])).toEqual([
    ["/p/src/schemas", 3000],
    ["/p/src", 1],
    ["/p", 3],
    ["/p/.openapi-sieve", 1],
  ]);
  expect(folders.get("/p")).toEqual(new Set(["src", "package.json", ".openapi-sieve"]));
});
