import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { descriptions, documentIn, isDescription } from "../support/fuzz.js";
import { edits, mutate } from "../support/mutate.js";
import { temporaryFolder } from "../write/support/tree.js";
import { countedTools, type CountedTools } from "./support/counted-tools.js";
import { countedFormer, formerOf, putFiles, run, textsOf } from "./support/run.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

let counted: CountedTools;
beforeAll(async () => {
  counted = await countedTools();
});

/** A package that was made of one text, then of another; what the second run was asked for, and what came out of it. */
const changed = async (first: string, second: string, between: (out: string) => void = () => {}) => {
  const { tools, take } = counted;
  const folder = temporaryFolder();
  const out = path.join(folder, "out");
  writeFileSync(path.join(folder, "input.json"), first);
  const before = await run(folder, tools, formerOf(out, []));
  putFiles(out, before.files);
  between(out);
  writeFileSync(path.join(folder, "input.json"), second);
  take();
  const { former, coded } = countedFormer(out, before.files);
  const after = await run(folder, tools, former);
  const counts = take();
  const full = await run(folder, tools);
  const [old, texts] = [textsOf(before.files), textsOf(after.files)];
  expect(texts).toEqual(textsOf(full.files));
  const differing = Object.keys(texts).filter((file) => texts[file] !== old[file]);
  return { counts, coded: coded(), differing, all: Object.keys(texts) };
};

const pigello = (): string => JSON.stringify(documentIn(path.join(root, "spec/pigello-accounts.yaml")));

const sources = (files: readonly string[]): readonly string[] => files.filter((file) => /^src\/.*\.ts$/.test(file));

test("with nothing changed, no code is made, and nothing is laid out, built or typed", async () => {
  const { counts, coded, differing, all } = await changed(pigello(), pigello());
  expect(all.length).toBeGreaterThan(500);
  expect({ counts, coded, differing }).toEqual({ counts: { laidOut: 0, built: 0, typed: 0 }, coded: [], differing: [] });
});

test("of a change in one operation, only its modules are made, laid out and built", async () => {
  const first = pigello();
  const second = first.replace(/"operationId":"listOrganizationusers".*?"summary":"/, "$&Changed: ");
  expect(second).not.toBe(first);
  const { counts, coded, differing } = await changed(first, second);
  const touched = sources(differing);
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.length).toBeLessThan(6);
  expect(counts).toEqual({ laidOut: touched.length, built: touched.length, typed: 1 });
  expect(coded).toEqual(["src/operations/list-organizationusers.ts", "src/client/list-organizationusers.ts"]);
});

test("of a change in one schema, the modules of those that lead to it are made, and no others", async () => {
  const first = pigello();
  const second = first.replace('"OrganizationuserWrite":{', '$&"title":"Changed",');
  expect(second).not.toBe(first);
  const { coded, all } = await changed(first, second);
  expect(coded).toEqual([
    "src/schemas/organizationuser-write.ts",
    "src/schemas/organizationuser-write-batch.ts",
    "src/codecs/organizationuser-write.ts",
    "src/codecs/organizationuser-write-batch.ts",
    "src/client/bulk-write-organizationusers.ts",
    "src/client/create-organizationuser.ts",
    "src/client/update-organizationuser.ts",
  ]);
  expect(sources(all).length).toBeGreaterThan(coded.length * 5);
});

test("what says nothing about plain types leaves them", async () => {
  const first = pigello();
  // rules of filters are none of theirs
  const second = first.replace('"x-filter":', '"x-other":{},"x-filter":');
  expect(second).not.toBe(first);
  const { counts } = await changed(first, second);
  expect(counts).toMatchObject({ typed: 0, laidOut: 0 });
});

test("what somebody edited, cut short or removed is made again, and nothing else", async () => {
  const { counts, differing } = await changed(pigello(), pigello(), (out) => {
    putFiles(out, [
      { path: "src/schemas/organizationuser-read.ts", text: "edited" },
      { path: "src/index.ts", text: "" },
      { path: "dist/index.d.ts", text: "" },
      { path: "src/openapi.ts", text: "edited" },
    ]);
  });
  expect(differing).toEqual([]);
  expect(counts).toEqual({ laidOut: 3, built: 1, typed: 1 });
});

test("whatever is edited, what is taken over and made anew is what would be made of nothing, byte for byte", async () => {
  const inputs = descriptions(30_000).filter((file) => !file.includes("corpora"));
  const documents = inputs.map(documentIn).filter(isDescription);
  expect(documents.length).toBeGreaterThan(50);
  const { tools, take } = counted;
  take();
  let taken = 0;
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...documents), fc.array(edits, { minLength: 2, maxLength: 3 }), async (first, rounds) => {
      const folder = temporaryFolder();
      const out = path.join(folder, "out");
      let document = first;
      let former = formerOf(out, []);
      for (const round of [[], ...rounds]) {
        const next = mutate(document, round);
        writeFileSync(path.join(folder, "input.json"), JSON.stringify(next));
        take();
        const full = await run(folder, tools);
        const asked = take();
        const incremental = await run(folder, tools, former);
        taken += asked.laidOut - take().laidOut;
        expect(textsOf(incremental.files)).toEqual(textsOf(full.files));
        expect(incremental.diagnostics).toEqual(full.diagnostics);
        // the next begins where there are no errors
        if (incremental.files.length === 0) continue;
        made++;
        putFiles(out, incremental.files);
        former = formerOf(out, incremental.files);
        document = next ?? document;
      }
    }),
    { numRuns: 25, seed: 7 },
  );
  expect({ made, taken }).toEqual({ made: expect.toSatisfy((count: number) => count > 25), taken: expect.toSatisfy((count: number) => count > 25) });
});
