import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { compile, type Files, versions } from "./support/compilers.js";

const input = fileURLToPath(new URL("rules.yaml", import.meta.url));
let sources: Files = {};

beforeAll(async () => {
  const { files, diagnostics } = await generate({ input });
  // one that rules out a field, and a note for the linear form
  expect(diagnostics.map(({ code }) => code)).toEqual(["rule-contradiction", "type-budget-exceeded"]);
  sources = Object.fromEntries(files.filter((file) => file.path.endsWith(".ts")).map(({ path, text }) => [path, text]));
});

const right = `import * as api from "./src/index.js";
export const queries: readonly api.ListAddressesQuery[] = [{ near: { city: "a", state: "b" } }, { near: { zip_code: "1", city: "a" } }, { person: { a: "x" }, where: { b: "y" } }];
export const options: api.ListAddressesOptions = { query: { person: { a: "x" } }, "X-Who": { id: "1" } };
export const bodies: readonly api.CreateThingRequest[] = [{ either: { a: "x", c: "y" } }, { list: [{ a: "x" }, { b: "y" }] }, { target: { region: "a", note: "b" } }];
export const restricted: api.Restricted = { a: "", c: "x" };
export const targets: readonly api.Target[] = [{ droplet_id: 1, note: "x" }, { region: "a" }];
export const choices: readonly api.Choice[] = [{}, { b: "x", c: "y" }];
export const both: api.Both = { x: "a", q: "b" };
export const pairs: api.Pairs = api.asPairs({ a1: "x", b1: "y", a2: "z" });

// what is sent can be read, whichever variant it is
export const noteOf = (target: api.Target): string | undefined => (target.region === undefined ? target.note : target.region);

// what is read is plain: any combination is of its type
type Answer<Call> = Call extends (...values: never) => Promise<infer Value> ? Value : never;
export const answers: readonly Answer<typeof api.listAddresses>[] = [{}, { found: [{}, { c: "x" }] }];
export const made: Answer<typeof api.createThing> = {};
export const problem: api.Problem = { code: "a", text: "b" };
export const plain: api.ListAddressesResponse = { found: [{}] };
`;

const wrong: readonly (readonly [what: string, statement: string])[] = [
  ["half of a group, in a parameter", 'const v: api.ListAddressesQuery = { near: { city: "a" } };'],
  ["both groups, in a parameter", 'const v: api.ListAddressesQuery = { near: { city: "a", state: "b", zip_code: "1" } };'],
  ["none, in a parameter that refers to a component", 'const v: api.ListAddressesQuery = { person: { c: "x" } };'],
  ["none, in a parameter of JSON", 'const v: api.ListAddressesQuery = { where: { c: "x" }, person: { a: "x" } };'],
  ["a rule between parameters", 'const v: api.ListAddressesQuery = { near: { zip_code: "1" }, where: { a: "x" } };'],
  ["two at once, in a header", 'const v: api.ListAddressesOptions = { "X-Who": { id: "1", email: "2" } };'],
  ["none, in a member", 'const v: api.CreateThingRequest = { either: { c: "x" } };'],
  ["none, in an item", "const v: api.CreateThingRequest = { list: [{}] };"],
  ["two variants, in a member", 'const v: api.CreateThingRequest = { target: { droplet_id: 1, region: "a" } };'],
  ["both branches that restrict", 'const v: api.Restricted = { a: "x", b: "y" };'],
  ["none of the branches that restrict", 'const v: api.Restricted = { c: "x" };'],
  ["two variants", 'const v: api.Target = { droplet_id: 1, region: "a" };'],
  ["no variant", 'const v: api.Target = { note: "a" };'],
  ["a field that is not allowed", 'const v: api.Choice = { a: "x" };'],
  ["fields that cannot all be set", 'const v: api.Choice = { b: "x", c: "y", d: "z" };'],
  ["none, in a member of allOf", 'const v: api.Both = { x: "a" };'],
  ["two at once, across members of allOf", 'const v: api.Both = { x: "a", p: "b" };'],
  ["no pair, in the linear form", 'const v: api.Pairs = api.asPairs({ a1: "x", b2: "y" });'],
  ["two pairs, in the linear form", 'const v: api.Pairs = api.asPairs({ a1: "x", b1: "y", a8: "x", b8: "y" });'],
  ["no object at all", "const v: api.Target = 42;"],
];

test.each(versions)("TypeScript %s takes what obeys the rules, and says which one is broken", async (version) => {
  const files = wrong.map(([what, statement], index) => [`wrong-${String(index).padStart(2, "0")}.ts`, `import * as api from "./src/index.js";\n// ${what}\nexport ${statement}\n`] as const);
  const said = await compile(version, { ...sources, "right.ts": right, ...Object.fromEntries(files) });
  const errors = said.split(/^(?=\S)/m).filter((error) => error !== "");
  expect(errors.filter((error) => !error.startsWith("wrong-"))).toEqual([]);
  expect(new Set(errors.map((error) => error.slice(0, "wrong-00.ts".length))).size).toBe(wrong.length);
  const text = wrong.map(([what], index) => `# ${what}\n${errors.filter((error) => error.startsWith(files[index]?.[0] ?? "")).join("")}`).join("\n");
  await expect(text).toMatchFileSnapshot(`messages/rules.${version}.txt`);
});
