import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";

const input = fileURLToPath(new URL("conflicting.yaml", import.meta.url));

const usage = `
import type { Animal, Cat, Pet, Shape } from "./index.js";
const kitty: Cat = { kind: "kitty", meow: true };
const animal: Animal = kitty;
const cat: Pet = { kind: "Cat", meow: true };
export const area = (shape: Shape): number => (shape.kind === "Circle" ? shape.radius : shape.side);
// @ts-expect-error no member of the union goes by this name
const shape: Shape = { kind: "Triangle", side: 1 };
void [animal, cat, shape];
`;

test("a schema that two discriminators name differently has values, and other unions keep their marks", async () => {
  const tools = await loadTools();
  const { files } = await generateWith({ input, name: "pets" }, async () => tools);
  const sources = new Map([...files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const), ["/src/usage.ts", usage] as const]);
  expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});
