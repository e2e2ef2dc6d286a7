import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../generator/config/fingerprint.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const written = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
};

const hashOf = (files: Readonly<Record<string, string>>, change: Readonly<Record<string, string>> = {}): string | undefined => {
  const folder = written(files);
  const before = fingerprintOf(path.join(folder, "own.ts")).hash;
  for (const [file, text] of Object.entries(change)) writeFileSync(path.join(folder, file), text);
  const after = fingerprintOf(path.join(folder, "own.ts")).hash;
  return before === after ? "the same" : after === undefined ? "unknown" : "another";
};

const imports = { "own.ts": 'import { a } from "./a.js";\nexport * from "./b";\n', "a.ts": "import './deep/c.mjs';", "b/index.ts": "", "deep/c.mts": "" };

describe("the fingerprint of a module", () => {
  test.each(["own.ts", "a.ts", "b/index.ts", "deep/c.mts"])("is another when %s is", (file) => {
    expect(hashOf(imports)).toBe("the same");
    expect(hashOf(imports, { [file]: `${imports[file as keyof typeof imports]}// changed` })).toBe("another");
  });

  test("knows the files that it was made of", () => {
    const folder = written(imports);
    const { hash, files } = fingerprintOf(path.join(folder, "own.ts"));
    expect(hash).toBeTypeOf("string");
    expect(files.map((file) => path.relative(folder, file)).sort()).toEqual(Object.keys(imports).sort());
  });

  test("is the same on another machine, where it stands in another folder", () => {
    const [here, there] = [written(imports), written(imports)].map((folder) => fingerprintOf(path.join(folder, "own.ts")).hash);
    expect(here).toBe(there);
  });

  test("ends where modules import each other", () => {
    expect(hashOf({ "own.ts": 'import "./a.js";', "a.ts": 'import "./own.js";' })).toBe("the same");
  });

  test.each([
    ["reads files", 'import { readFileSync } from "node:fs";'],
    ["reads files by an older name", 'const fs = require("fs");'],
    ["reads the environment", "export const a = process.env.A;"],
    ["imports what is made up", "export const load = (name: string) => import(`./${name}.js`);"],
    ["imports what is not there", 'import "./none.js";'],
    ["imports a package that is not installed", 'import "no-such-package";'],
  ])("is none where it %s", (_, text) => {
    expect(fingerprintOf(path.join(written({ "own.ts": text }), "own.ts")).hash).toBeUndefined();
  });

  test("follows the version of an installed package, and takes none for one of the workspace", () => {
    const manifest = (version: string): string => JSON.stringify({ name: "words", version });
    const files = { "own.ts": 'import { pascalCase } from "words/case";\nimport { defineEmitter } from "openapi-sieve";\nimport path from "node:path";', "node_modules/words/package.json": manifest("1.0.0") };
    expect(hashOf(files, { "node_modules/words/package.json": manifest("1.0.1") })).toBe("another");
    const folder = written({ "own.ts": 'import "words";', "packages/words/package.json": manifest("1.0.0") });
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(path.join(folder, "packages/words"), path.join(folder, "node_modules/words"));
    expect(fingerprintOf(path.join(folder, "own.ts")).hash).toBeUndefined();
  });
});
