import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";

const usage = `
import type { components, BesideMembers, BesideReference, EitherOfThem, InOtherMember, Inside, OneWithoutIt, OwnAndThem, StillNull } from "./index.js";
export const first: InOtherMember = { total: 1, more: "a" };
export const second: BesideMembers = { pages: null };
export const third: BesideReference = { name: "a", total: 1 };
export const fourth: Inside = { meta: { links: { next: "b" } } };
export const fifth: components["schemas"]["InOtherMember"] = { total: 1, more: "a" };
export const sixth: StillNull = null;
export const total = ({ total: one }: InOtherMember): number => one;
// @ts-expect-error total is asked for by one member of allOf and described by another
export const noTotal: InOtherMember = { more: "a" };
// @ts-expect-error the same in the plain types
export const plain: components["schemas"]["InOtherMember"] = { more: "a" };
// @ts-expect-error the type is that of the description
export const text: InOtherMember = { total: "1", more: "a" };
// @ts-expect-error pages may be null, but is there
export const noPages: BesideMembers = { own: "a" };
// @ts-expect-error what stands beside a reference holds too
export const noName: BesideReference = { total: 1 };
// @ts-expect-error and asks for what the reference leads to
export const noSum: BesideReference = { name: "a" };
// @ts-expect-error in schemas without a name as well
export const noLinks: Inside = { meta: {} };
export const cat: EitherOfThem = { id: "a", lives: 9 };
// @ts-expect-error the members of the union only describe what is required beside it
export const noId: EitherOfThem = { lives: 9 };
export const own: OwnAndThem = { own: "a", id: 1 };
// @ts-expect-error beside fields of its own, too
export const ownWithoutId: OwnAndThem = { own: "a" };
// @ts-expect-error where a member describes it
export const catWithoutId: OneWithoutIt = { lives: 9 };
`;

test("fields that one part of a schema requires and another describes are required", async () => {
  const tools = await loadTools();
  const input = fileURLToPath(new URL("spec.yaml", import.meta.url));
  const { files } = await generateWith({ input, name: "totals" }, async () => tools);
  await tools.close();
  const sources = new Map([...files.filter((file) => file.path.endsWith(".ts")).map((file) => [path.posix.join("/", file.path), file.text] as const), ["/src/usage.ts", usage] as const]);
  expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});
