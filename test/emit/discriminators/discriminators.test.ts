import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";

/** What the compiler says of the package, and of a program on it. */
const compiled = async (file: string, usage: string): Promise<readonly string[]> => {
  const input = fileURLToPath(new URL(file, import.meta.url));
  const tools = await loadTools();
  const { files } = await generateWith({ input, name: "pets" }, async () => tools);
  await tools.close();
  const sources = new Map([...files.filter(({ path: one }) => one.endsWith(".ts")).map((one) => [path.posix.join("/", one.path), one.text] as const), ["/src/usage.ts", usage] as const]);
  return compileStrict(sources).map(({ file: at, line, text }) => `${at}:${line} ${text}`);
};

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
  expect(await compiled("conflicting.yaml", usage)).toEqual([]);
});

const onUnions = `
import type { InlineMoment, NamedMoment, Offer } from "./index.js";
export const offers: readonly Offer[] = [{ expiry: { kind: "relative", days: 3 } }, { expiry: { kind: "absolute", date: "2026-01-01" } }];
export const daysOf = ({ expiry }: Offer): number => (expiry.kind === "relative" ? expiry.days : Date.parse(expiry.date));
export const named: NamedMoment = { kind: "relative", days: 3, name: "soon" };
export const inline: InlineMoment = { kind: "absolute", date: "2026-01-01", name: "then" };
// @ts-expect-error the fields of one member with the mark of the other
export const mixed: NamedMoment = { kind: "absolute", days: 3, name: "soon" };
// @ts-expect-error the mark is there in every member
export const unmarked: Offer = { expiry: { days: 3 } };
// @ts-expect-error the base has no member of this name
export const own: NamedMoment = { kind: "NamedMoment", days: 3, name: "soon" };
`;

test("a union that a schema is built on keeps the fields of its members", async () => {
  expect(await compiled("union-as-base.yaml", onUnions)).toEqual([]);
});
