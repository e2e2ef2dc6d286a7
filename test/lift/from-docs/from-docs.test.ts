import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { describeDocs, type DescribedDocs } from "../../../generator/lift/from-docs/describe-from-docs.js";
import { fromDocsFiles } from "../../../generator/lift/from-docs/from-docs-files.js";
import { renderGaps } from "../../../generator/lift/from-docs/render-gaps.js";
import { valueAt } from "../../../generator/source/resolve.js";
import { toPlain } from "../../../generator/source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../../../generator/source/value.js";
import type { AllTools } from "../../../generator/tools.js";
import { loadLightTools } from "../../diagnostics/support/light-tools.js";

const folder = fileURLToPath(new URL("fixtures", import.meta.url));
const fixtures = readdirSync(folder).sort();

const textOf = (fixture: string, file: string): string => readFileSync(path.join(folder, fixture, file), "utf8");

const described = (fixture: string, files: readonly string[]): DescribedDocs =>
  describeDocs(files.map((file) => ({ text: textOf(fixture, file), file: file.replace("one-line", "input") })));

const inputs = (fixture: string): readonly string[] => readdirSync(path.join(folder, fixture)).filter((file) => /^input(?:-\d)?\.txt$/.test(file)).sort((left, right) => left.length - right.length);

const descriptionOf = ({ document }: DescribedDocs): string =>
  document === undefined ? "" : fromDocsFiles(document).description.text;

describe.each(fixtures)("%s", (fixture) => {
  const result = described(fixture, inputs(fixture));

  test("becomes the description beside it", async () => {
    expect(result.diagnostics).toEqual([]);
    await expect(descriptionOf(result)).toMatchFileSnapshot(path.join(folder, fixture, "expected.yaml"));
  });

  test("has the gaps beside it", async () => {
    await expect(renderGaps(result.gaps)).toMatchFileSnapshot(path.join(folder, fixture, "gaps.txt"));
  });

  test("marks each gap in the object that it is about, and nothing else", () => {
    const marks: string[] = [];
    const visit = (value: SourceValue, pointer: string): void => {
      if (isSourceArray(value)) for (const [index, item] of value.entries()) visit(item, `${pointer}/${index}`);
      if (!isSourceObject(value)) return;
      const own = value.get("x-provenance");
      if (own !== undefined) for (const note of isSourceArray(own) ? own : [own]) marks.push(`${pointer} ${JSON.stringify(toPlain(note))}`);
      for (const [key, member] of value) if (key !== "x-provenance") visit(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    };
    visit(result.document ?? null, "");
    const expected = result.gaps.map(({ pointer, mark, reason, keywords }) => `${pointer} ${JSON.stringify(keywords.length === 0 ? `${mark}: ${reason}` : { mark, reason, keywords })}`);
    expect(marks.toSorted()).toEqual(expected.toSorted());
  });

  test("has marks as their schema wants them", () => {
    const schema = JSON.parse(readFileSync(fileURLToPath(new URL("../../../generator/schemas/x-provenance.schema.json", import.meta.url)), "utf8")) as object;
    const validate = new Ajv2020().compile(schema);
    for (const { pointer } of result.gaps) {
      const target = valueAt(result.document ?? new Map(), pointer);
      const own = isSourceObject(target) ? target.get("x-provenance") : undefined;
      expect(own === undefined ? pointer : validate(toPlain(own)), pointer).toBe(true);
    }
  });

  test.skipIf(!existsSync(path.join(folder, fixture, "one-line.txt")))("says the same when all of it is on one line", () => {
    const other = described(fixture, ["one-line.txt"]);
    // line breaks between sentences are all that a line less can take away
    const flat = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(/\|- /g, "").replaceAll(/["]/g, "");
    expect(flat(descriptionOf(other))).toBe(flat(descriptionOf(result)));
    expect(other.gaps.length).toBe(result.gaps.length);
  });
});

describe("what is made of documentation", () => {
  const work = mkdtempSync(path.join(tmpdir(), "from-docs-"));
  let tools: AllTools;
  beforeAll(async () => {
    tools = await loadLightTools();
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test.each(fixtures)("generates: %s", async (fixture) => {
    const input = path.join(work, `${fixture}.yaml`);
    writeFileSync(input, descriptionOf(described(fixture, inputs(fixture))));
    const { files, diagnostics } = await generateWith({ input, cwd: work, name: "made" }, async () => tools);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });
});
