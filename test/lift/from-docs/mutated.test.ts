import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { describeFromDocs } from "../../../generator/lift/from-docs/describe-from-docs.js";
import { fromDocsFiles } from "../../../generator/lift/from-docs/from-docs-files.js";
import { readInput } from "../../../generator/read-input.js";

const folder = fileURLToPath(new URL("fixtures", import.meta.url));
const texts = readdirSync(folder).flatMap((name) =>
  readdirSync(path.join(folder, name)).filter((file) => file.endsWith(".txt") && file !== "gaps.txt").map((file) => readFileSync(path.join(folder, name, file), "utf8")),
);

const work = mkdtempSync(path.join(tmpdir(), "from-docs-mutated-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Change {
  readonly kind: "cut" | "double" | "insert" | "move";
  readonly from: number;
  readonly length: number;
  readonly to: number;
  readonly text: string;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("cut", "double", "insert", "move"),
  from: place,
  length: fc.integer({ min: 1, max: 60 }),
  to: place,
  text: fc.oneof(fc.constantFrom("|", "`", "{", "[", "]", "'", "#", "…", "\n", " - `a` (string) ", "__proto__", "%", "\u2028", "Enum: ", "/{id}/{id}", "?a=b&a=c"), fc.string({ unit: "binary", maxLength: 8 })),
});

const changed = (text: string, { kind, from, length, to, text: added }: Change): string => {
  const [at, target] = [Math.floor(from * text.length), Math.floor(to * text.length)];
  const piece = text.slice(at, at + length);
  const without = text.slice(0, at) + text.slice(at + length);
  if (kind === "cut") return without;
  if (kind === "insert") return text.slice(0, at) + added + text.slice(at);
  return kind === "double" ? text.slice(0, target) + piece + text.slice(target) : without.slice(0, target) + piece + without.slice(target);
};

test("texts that were changed at random give a description without errors, or a reason why there is none", async () => {
  const given = fc.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(given, async ([text, changes]) => {
      const { document, diagnostics } = describeFromDocs(changes.reduce(changed, text), "input.txt");
      if (document === undefined) {
        expect(diagnostics.length).toBeGreaterThan(0);
        return;
      }
      const file = path.join(work, "made.yaml");
      const made = fromDocsFiles(document).description.text;
      writeFileSync(file, made);
      const read = await readInput(file, work);
      expect(read.diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
      expect(read.contract).toBeDefined();
    }),
    { numRuns: Number(process.env["RUNS"] ?? 150) },
  );
});
