import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { cacheFolderFor } from "../../generator/cache-folder.js";
import { type Cache, createCache, type Made, readFormer } from "../../generator/cache.js";
import { readingOf } from "../../generator/config/reading.js";
import type { Target } from "../../generator/config/targets.js";
import { stampOf } from "../../generator/stamp.js";
import { writeFolders } from "../../generator/write/write-folders.js";
import { compareFolder } from "../../generator/write/compare-folder.js";
import { before, settings } from "../write/support/package.js";
import { putTree, temporaryFolder } from "../write/support/tree.js";

const targetIn = (cwd: string, name = "api", given: Partial<Target> = {}): Target => ({
  ...readingOf(),
  ...{ name, input: path.join(cwd, `${name}.yaml`), out: path.join(cwd, "out", name), representation: {}, names: {}, format: "oxfmt", packageJson: {}, emitters: [] },
  ...given,
});

const cacheIn = (cwd: string, folder: string | undefined = path.join(cwd, "cache")): Cache => createCache({ cwd, folder, settings: [false, 50] });

const entriesIn = (cwd: string): readonly string[] => readdirSync(path.join(cwd, "cache")).sort();

const made = (cwd: string, target: Target): Made => ({
  inputs: [target.input, path.join(cwd, "shared.yaml")],
  stamps: [target.input, path.join(cwd, "shared.yaml"), path.join(cwd, "missing.yaml")].map(stampOf),
  files: compareFolder(target.out, before).wanted,
  rendered: "a warning",
  diagnostics: [],
});

/** A package that was made, written and noted. */
const noted = async (): Promise<{ readonly cwd: string; readonly target: Target; readonly cache: Cache }> => {
  const cwd = temporaryFolder();
  putTree(cwd, { "api.yaml": "one", "shared.yaml": "shared" });
  const [target, cache] = [targetIn(cwd), cacheIn(cwd)];
  await writeFolders([{ folder: target.out, files: before }], settings());
  cache.store(target, made(cwd, target));
  return { cwd, target, cache };
};

test("what was noted is known, also by another process, and in another place", async () => {
  const { cwd, target } = await noted();
  expect(cacheIn(cwd).fresh(target)).toMatchObject({ rendered: "a warning" });
  const elsewhere = temporaryFolder();
  cpSync(cwd, elsewhere, { recursive: true });
  expect(cacheIn(elsewhere).fresh(targetIn(elsewhere))).toMatchObject({ rendered: "a warning" });
  expect(readFileSync(path.join(cwd, "cache", entriesIn(cwd)[0] ?? ""), "utf8")).not.toContain(cwd);
});

/** What makes an entry one of something else. */
const changes: Readonly<Record<string, (cwd: string) => void>> = {
  "the description": (cwd) => putTree(cwd, { "api.yaml": "two" }),
  "a file that it refers to": (cwd) => putTree(cwd, { "shared.yaml": "other" }),
  "a file that was not there": (cwd) => putTree(cwd, { "missing.yaml": "here" }),
  "a file of the package": (cwd) => putTree(cwd, { "out/api/src/index.ts": "edited" }),
  "a file of the package that is gone": (cwd) => rmSync(path.join(cwd, "out/api/dist/index.js")),
  "the manifest": (cwd) => putTree(cwd, { "out/api/.openapi-sieve/manifest.json": "<<<<<<<" }),
  "a run that was interrupted": (cwd) => putTree(cwd, { "out/api/.openapi-sieve/journal.json": '{"journal":1,"direction":"forward","staging":"pending-a","steps":[]}' }),
};

test.each(Object.entries(changes))("is not taken for the same with another: %s", async (_, change) => {
  const { cwd, target, cache } = await noted();
  change(cwd);
  expect(cache.fresh(target)).toBeUndefined();
});

test("nor with other settings, or for another package", async () => {
  const { cwd, target, cache } = await noted();
  for (const other of [{ format: "prettier" }, { name: "other" }, { only: ["a"] }, { names: { schemas: { A: "B" } } }] as const)
    expect(cache.fresh({ ...target, ...other } as Target)).toBeUndefined();
  expect(createCache({ cwd, folder: path.join(cwd, "cache"), settings: [true, 50] }).fresh(target)).toBeUndefined();
  expect(createCache({ cwd, folder: undefined, settings: [false, 50] }).fresh(target)).toBeUndefined();
});

/** What is left of an entry. */
const damages: Readonly<Record<string, (text: string) => string>> = {
  "half of it": (text) => text.slice(0, text.length / 2),
  nothing: () => "",
  "JSON of something else": () => "[]",
  "outputs that are none": (text) => text.replace(/"outputs":\[.*\]/, '"outputs":[["a"],7]'),
  "a module that is none": (text) => text.replace(/"outputs":\[\[("[^"]*"),("[^"]*")\]/, '"outputs":[[$1,$2,null,null,["a",[7],[]]]'),
  "no text": (text) => text.replace('"rendered":"a warning"', '"rendered":{}'),
};

test.each(Object.entries(damages))("a damaged entry costs a run and no more: %s", async (_, damage) => {
  const { cwd, target, cache } = await noted();
  const file = path.join(cwd, "cache", entriesIn(cwd)[0] ?? "");
  writeFileSync(file, damage(readFileSync(file, "utf8")));
  expect(cache.fresh(target)).toBeUndefined();
  expect(readFormer(path.join(cwd, "cache"), cwd, target.out).isEmpty).toBe(true);
  cache.store(target, made(cwd, target));
  expect(cache.fresh(target)).toBeDefined();
});

describe("how much is kept", () => {
  test("of a package, the last few", async () => {
    const { cwd, target, cache } = await noted();
    for (let index = 0; index < 10; index++) {
      putTree(cwd, { "api.yaml": `text ${index}` });
      cache.store(target, made(cwd, target));
    }
    expect(entriesIn(cwd)).toHaveLength(4);
    // going back to what was is no new package
    putTree(cwd, { "api.yaml": "text 8" });
    expect(cache.fresh(target)).toBeDefined();
  });

  test("what nobody asked for in a month goes, and what a killed process left", async () => {
    const { cwd, target, cache } = await noted();
    const other = targetIn(cwd, "other");
    putTree(cwd, { "other.yaml": "other", "cache/abc-def.json.1.tmp": "half" });
    cache.store(other, made(cwd, other));
    const old = new Date(Date.now() - 40 * 24 * 60 * 60_000);
    for (const file of entriesIn(cwd)) utimesSync(path.join(cwd, "cache", file), old, old);
    // who asks makes it young again
    expect(cache.fresh(target)).toBeDefined();
    putTree(cwd, { "third.yaml": "third" });
    const third = targetIn(cwd, "third");
    cache.store(third, made(cwd, third));
    expect(entriesIn(cwd)).toHaveLength(2);
    expect(cache.fresh(target)).toBeDefined();
  });
});

test("where nothing can be noted, nothing is", async () => {
  const { cwd, target } = await noted();
  putTree(cwd, { blocked: "a file" });
  const cache = cacheIn(cwd, path.join(cwd, "blocked"));
  cache.store(target, made(cwd, target));
  expect(cache.fresh(target)).toBeUndefined();
  expect(readFormer(path.join(cwd, "blocked"), cwd, target.out).isEmpty).toBe(true);
});

test.each([".package-lock.json", ".modules.yaml", ".yarn-state.yml"])("it stands in node_modules where something is installed: %s", async (mark) => {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, "node_modules"));
  expect(cacheFolderFor({ cwd, cache: true })).toBeUndefined();
  putTree(cwd, { [`node_modules/${mark}`]: "" });
  expect(cacheFolderFor({ cwd, cache: true })).toBe(path.join(cwd, "node_modules/.cache/openapi-sieve"));
  expect(cacheFolderFor({ cwd, cache: true, cacheDir: "../elsewhere" })).toBe(path.join(cwd, "../elsewhere"));
  expect(cacheFolderFor({ cwd, cache: false, cacheDir: "elsewhere" })).toBeUndefined();
});

test("what was made of what comes back as it was noted", () => {
  const cwd = temporaryFolder();
  const target = targetIn(cwd);
  const outline = { kind: "module" as const, path: "schemas/pet", names: [{ name: "Pet", typeOnly: true }, { name: "isPet", typeOnly: false }], uses: ["runtime/check", "schemas/owner"] };
  const files = [
    { path: "src/schemas/pet.ts", text: "a", madeOf: "text", module: { fingerprint: "plan", outline } },
    { path: "src/schemas/toy.ts", text: "b", module: { fingerprint: "other", outline: { ...outline, path: "schemas/toy" } } },
    { path: "src/openapi.ts", text: "c", typesOf: "document", madeOf: "raw" },
    { path: "src/openapi/part-1.ts", text: "d", typesOf: "document" },
    { path: "README.md", text: "e" },
  ];
  putTree(cwd, { "api.yaml": "one", ...Object.fromEntries(files.map((file) => [`out/api/${file.path}`, file.text])) });
  cacheIn(cwd).store(target, { inputs: [target.input], stamps: [stampOf(target.input)], rendered: "", diagnostics: [], files: compareFolder(target.out, files).wanted });
  const former = readFormer(path.join(cwd, "cache"), cwd, target.out);
  expect(former.module("src/schemas/pet.ts", "plan")).toEqual({ file: files[0], outline });
  expect(former.module("src/schemas/pet.ts", "other")).toBeUndefined();
  expect(former.module("src/schemas/toy.ts", "other")?.file).toEqual(files[1]);
  expect(former.text("src/schemas/pet.ts", "text")).toBe("a");
  expect(former.types("document")).toEqual([files[2], files[3]]);
  putTree(cwd, { "out/api/src/schemas/pet.ts": "edited" });
  expect(former.module("src/schemas/pet.ts", "plan")).toBeUndefined();
});

test("parts of plain types are kept beside, and are those of the last run that wrote some", async () => {
  const { cwd, target, cache } = await noted();
  const kept = (): string => readFormer(path.join(cwd, "cache"), cwd, target.out).keptTypes();
  expect(kept()).toBe("");
  cache.store(target, { ...made(cwd, target), keptTypes: '{"units":{}}' });
  expect(kept()).toBe('{"units":{}}');
  cache.store(target, made(cwd, target));
  expect(kept()).toBe('{"units":{}}');
  const [file = ""] = entriesIn(cwd).filter((name) => name.endsWith(".types"));
  putTree(cwd, { [`cache/${file}`]: 'another tool\n{"units":{}}' });
  expect(kept()).toBe("");
});

test("what another version of the tool made is not taken over", async () => {
  const { cwd, target } = await noted();
  const folder = path.join(cwd, "cache");
  expect(readFormer(folder, cwd, target.out).isEmpty).toBe(false);
  const file = path.join(folder, entriesIn(cwd)[0] ?? "");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"build":"[^"]*"/, '"build":"another"'));
  expect(readFormer(folder, cwd, target.out).isEmpty).toBe(true);
});
