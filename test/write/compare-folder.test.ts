import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { compareFolder } from "../../generator/write/compare-folder.js";
import { type Manifest, manifestPath, manifestText, readManifest } from "../../generator/write/manifest.js";
import { noticesOf } from "../../generator/write/notices.js";
import { textHash } from "../../generator/write/text-hash.js";
import { writeFolders } from "../../generator/write/write-folders.js";
import { after, before, module, settings } from "./support/package.js";
import { putTree, temporaryFolder, type Tree, treeOf } from "./support/tree.js";

const written = async (files = before, around: Tree = {}): Promise<string> => {
  const folder = temporaryFolder();
  putTree(folder, around);
  expect(await writeFolders([{ folder, files }], settings())).toMatchObject([{ kind: "written" }]);
  return folder;
};

/** Paths with kinds. */
const told = (folder: string, files = after): object => {
  const { changes, kept, foreign, manifest } = compareFolder(folder, files);
  return { changes: Object.fromEntries(changes.map((change) => [change.path, change.kind])), kept: Object.fromEntries(kept.map((one) => [one.path, one.kind])), foreign, manifest };
};

const manifestOf = (folder: string): Manifest => {
  const found = readManifest(folder);
  if (found.kind !== "manifest") throw new Error(found.kind);
  return found.manifest;
};

test("a package that is as it should be", async () => {
  const folder = await written();
  expect(told(folder, before)).toEqual({ changes: {}, kept: {}, foreign: [], manifest: "manifest" });
});

test("what is outdated, missing and stale", async () => {
  const folder = await written();
  expect(told(folder)).toEqual({
    changes: {
      ".openapi-sieve/built.json": "outdated",
      ".openapi-sieve/manifest.json": "outdated",
      "README.md": "outdated",
      "dist/index.js": "outdated",
      "package.json": "outdated",
      "src/client/index.ts": "missing",
      "src/index.ts": "outdated",
      "src/schemas/dog.ts": "outdated",
      "src/schemas/fox.ts": "missing",
      "src/schemas/old.ts": "stale",
    },
    kept: {},
    foreign: [],
    manifest: "manifest",
  });
});

test("what somebody edited is told from what is outdated; a stale file that somebody edited stays", async () => {
  const folder = await written();
  putTree(folder, { "src/schemas/dog.ts": module("my dog"), "src/schemas/old.ts": module("my old"), "dist/index.js": "mine\n", "README.md": "mine\n" });
  expect(told(folder)).toMatchObject({
    changes: { "src/schemas/dog.ts": "edited", "dist/index.js": "edited", "README.md": "edited", "src/index.ts": "outdated" },
    kept: { "src/schemas/old.ts": "edited" },
    foreign: [],
  });
  const result = await writeFolders([{ folder, files: after }], settings());
  expect(result).toMatchObject([{ kind: "written" }]);
  expect(treeOf(folder)).toMatchObject({ "src/schemas/old.ts": module("my old"), "src/schemas/dog.ts": module("new dog"), "README.md": "version 2.0.0\n" });
  // it is nobody's file of the tool's any more, but says so still
  expect(told(folder)).toEqual({ changes: {}, kept: { "src/schemas/old.ts": "unlisted" }, foreign: [], manifest: "manifest" });
});

test("other line ends are no edit", async () => {
  const folder = await written();
  putTree(folder, { "src/schemas/dog.ts": module("dog").replaceAll("\n", "\r\n"), "src/schemas/old.ts": module("old").replaceAll("\n", "\r\n") });
  expect(told(folder)).toMatchObject({ changes: { "src/schemas/dog.ts": "outdated", "src/schemas/old.ts": "stale" }, kept: {} });
});

test("a checkout with other line ends is as it should be", async () => {
  const folder = await written(after);
  putTree(folder, { "src/schemas/dog.ts": module("new dog").replaceAll("\n", "\r\n"), "README.md": "version 2.0.0\r\n" });
  expect(told(folder)).toEqual({ changes: {}, kept: {}, foreign: [], manifest: "manifest" });
});

test("what somebody added stays, whatever it is called, and whatever its first line says", async () => {
  const mine = { "src/own.ts": "mine\n", "src/schemas/copied.ts": module("cat"), "dist/own.js": "mine\n", "NOTES.md": "mine\n", "lib/a.ts": "mine\n" };
  const folder = await written(before);
  putTree(folder, mine);
  await writeFolders([{ folder, files: after }], settings());
  expect(treeOf(folder)).toMatchObject(mine);
  expect(told(folder)).toMatchObject({ changes: {}, kept: { "src/schemas/copied.ts": "unlisted" } });
});

test("a file of somebody else's that stands where a new one is to go is not overwritten", async () => {
  const folder = await written();
  putTree(folder, { "src/schemas/fox.ts": "my fox\n" });
  expect(told(folder)).toMatchObject({ foreign: ["src/schemas/fox.ts"] });
  const tree = treeOf(folder);
  expect(await writeFolders([{ folder, files: after }], settings())).toMatchObject([{ kind: "foreign" }]);
  expect(treeOf(folder)).toEqual(tree);
});

test("a folder that holds something else is no package", async () => {
  const mine = { "README.md": "mine\n", "src/index.ts": "mine\n" };
  const folder = temporaryFolder();
  putTree(folder, mine);
  expect(await writeFolders([{ folder, files: after }], settings())).toMatchObject([{ kind: "foreign", comparison: { foreign: ["src/index.ts", "README.md"] } }]);
  expect(treeOf(folder)).toEqual(mine);
});

/** A merge of two branches, something that is no manifest, and one that leads elsewhere. */
const damaged = {
  merge: (text: string) => text.replace('  "files": {\n', '  "files": {\n<<<<<<< ours\n').replace("  }\n}", ">>>>>>> theirs\n  }\n}"),
  cut: (text: string) => text.slice(0, 100),
  empty: () => "",
  array: () => "[]",
  "of another format": (text: string) => text.replace('"manifest": 1', '"manifest": 2'),
  "that leads out": (text: string) => text.replace('"src/index.ts"', '"../../src/index.ts"'),
  "that leads into .git": (text: string) => text.replace('"src/index.ts"', '".git/config"'),
  "with an absolute path": (text: string) => text.replace('"src/index.ts"', '"/etc/passwd"'),
};

test.each(Object.entries(damaged))("a manifest that is damaged counts as none: %s", async (_, damage) => {
  const folder = await written(before, { "src/own.ts": "mine\n" });
  const text = manifestText(manifestOf(folder));
  putTree(folder, { [manifestPath]: damage(text) });
  const comparison = compareFolder(folder, after);
  expect(comparison.manifest).toBe("damaged");
  expect(noticesOf(comparison)).toContainEqual({ path: manifestPath, message: "was no manifest, and is written anew" });
  // by its first line
  expect(comparison.changes).toContainEqual(expect.objectContaining({ path: "src/schemas/old.ts", kind: "stale" }));
  expect(await writeFolders([{ folder, files: after }], settings())).toMatchObject([{ kind: "written" }]);
  expect(treeOf(folder)).toMatchObject({ "src/own.ts": "mine\n", "src/schemas/dog.ts": module("new dog") });
  expect(treeOf(folder)).not.toHaveProperty(["src/schemas/old.ts"]);
  expect(compareFolder(folder, after).manifest).toBe("manifest");
});

test("a package that was made before there were manifests", async () => {
  const folder = await written(before, { "src/own.ts": "mine\n" });
  rmSync(path.join(folder, ".openapi-sieve"), { recursive: true });
  expect(told(folder)).toMatchObject({ manifest: "none", kept: {}, foreign: [], changes: { "src/schemas/dog.ts": "outdated", "src/schemas/old.ts": "stale" } });
});

test("the manifest: a line for each file that is committed, sorted, and the version that somebody gave the package", async () => {
  const folder = await written();
  const { files } = manifestOf(folder);
  expect(files.get("src/schemas/dog.ts")).toBe(textHash(module("dog")));
  expect([...files.keys()]).toEqual([...files.keys()].sort());
  expect([...files.keys()].filter((file) => file.startsWith("dist/"))).toEqual([]);
  putTree(folder, { [manifestPath]: manifestText({ files, version: "7.0.0" }) });
  await writeFolders([{ folder, files: after }], settings());
  expect(manifestOf(folder).version).toBe("7.0.0");
  expect(manifestText(manifestOf(folder)).split("\n")).toHaveLength(manifestOf(folder).files.size + 7);
});

test("a folder from which all has gone goes, and one in which somebody has something stays", async () => {
  const files = (names: readonly string[]) => [...before, ...names.map((name) => ({ path: `src/${name}.ts`, text: module(name) }))];
  const folder = await written(files(["gone/deep/a", "kept/b"]));
  putTree(folder, { "src/kept/mine.ts": "mine\n" });
  await writeFolders([{ folder, files: before }], settings());
  expect(existsSync(path.join(folder, "src/gone"))).toBe(false);
  expect(treeOf(folder)).toMatchObject({ "src/kept/mine.ts": "mine\n" });
});
