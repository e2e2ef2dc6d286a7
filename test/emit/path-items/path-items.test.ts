import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

test("a path item in components is an operation once", async () => {
  const tools = await loadTools();
  const { files } = await generateWith({ input, name: "items" }, async () => tools);
  const sources = new Map(files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const));
  expect(sources.get("/src/index.ts")).toContain("getA");
  expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});
