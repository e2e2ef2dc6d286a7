import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { describeDocs, type DescribedDocs } from "../../../generator/lift/from-docs/describe-from-docs.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../../generator/source/value.js";
import type { AllTools } from "../../../generator/tools.js";
import { loadLightTools } from "../../diagnostics/support/light-tools.js";
import { explanations } from "./support/explanations.js";
import { documentOf, hasSeeds, type Made, makeFromDocs, root, seeds, textOf } from "./support/made.js";
import { compared } from "./support/report.js";

const bulk = "pigello-bulk-write-organizationuser.txt";
const list = "pigello-list-and-invite-organizationuser.txt";
const batch = "pwc-async-accounts-batch.txt";

const describedOf = (...names: readonly string[]): DescribedDocs => describeDocs(names.map((name) => ({ text: textOf(path.join(seeds, name)), file: name })));

const at = (value: SourceValue | undefined, ...keys: readonly (string | number)[]): SourceValue | undefined =>
  keys.reduce<SourceValue | undefined>((inner, key) => (isSourceArray(inner) ? inner[Number(key)] : isSourceObject(inner) ? inner.get(String(key)) : undefined), value);

const listPath = "/accounts/users/organization/organizationuser/list/";

const filterNames = (document: SourceObject | undefined): readonly string[] => {
  const parameters = at(document, "paths", listPath, "get", "parameters");
  return (isSourceArray(parameters) ? parameters : []).flatMap((one) => (isSourceObject(one) && one.has("x-filter") ? [String(one.get("name"))] : []));
};

/** The filters of the description that was written by hand. */
const writtenFilters = async (): Promise<readonly string[]> => filterNames(await documentOf(path.join(root, "spec/pigello-accounts.yaml")));

if (!hasSeeds) console.warn("skipped: ../shared/seeds is not there, the texts of which these tests make descriptions");

describe.skipIf(!hasSeeds)("the text of a bulk write", () => {
  test("gives every field with type, null, requiredness and sentence", () => {
    const { document, gaps } = describedOf(bulk);
    const write = at(document, "components", "schemas", "OrganizationuserWrite", "properties");
    const read = at(document, "components", "schemas", "OrganizationuserRead", "properties");
    expect(isSourceObject(write) && write.size).toBe(25);
    expect(isSourceObject(read) && read.size).toBe(38);
    expect(at(write, "detail_access", "enum")).toEqual([0, 1, 2]);
    expect(at(write, "profile_picture", "properties", "post", "properties", "url", "type")).toBe("string");
    expect(at(write, "last_name", "description")).toBe("This field, or at least one of the following fields must be set: first_name, corporate_name");
    expect(at(document, "components", "schemas", "OrganizationuserRead", "required")).toEqual(["detail_access", "id"]);
    expect(gaps.every(({ place }) => place === undefined || place.start.line === 1)).toBe(true);
  });
});

describe.skipIf(!hasSeeds)("the text of a list", () => {
  test("alone leaves open which field one of its 29 filters is of, and which is unique", () => {
    const { document, gaps } = describedOf(list);
    expect(filterNames(document)).toHaveLength(28);
    expect(filterNames(document)).not.toContain("role");
    const open = gaps.filter(({ mark, keywords }) => mark === "unknown" && keywords.includes("parameters")).map(({ reason, place }) => `${place?.start.line}: ${reason}`);
    expect(open).toEqual(["195: filter 26 of 29 (in isnull) is documented without the name of its field; it can be profile_picture, reminder_distribution_instruction, role, send_out_distribution_instruction"]);
    expect(gaps.some(({ reason }) => reason === 'the sentence "Must be unique" stands without the name of its field, behind last_name and in front of first_name')).toBe(true);
  });

  test("beside the bulk write gives all 29 names, those of the description written by hand", async () => {
    const { document, gaps } = describedOf(bulk, list);
    expect(filterNames(document)).toEqual(await writtenFilters());
    expect(filterNames(document)).toHaveLength(29);
    expect(gaps.filter(({ mark, keywords }) => mark === "unknown" && keywords.includes("parameters"))).toEqual([]);
  });

  test("says the same on one line", () => {
    const text = textOf(path.join(seeds, list)).replaceAll("\n", " ");
    expect(describeDocs([{ text, file: list }]).document).toEqual(describedOf(list).document);
  });
});

describe.skipIf(!hasSeeds)("the metadata page", () => {
  test("gives 39 fields, the nameless one by the sample", () => {
    const { document, gaps } = describedOf(batch);
    const properties = at(document, "components", "schemas", "Account", "properties");
    expect(isSourceObject(properties) && properties.size).toBe(39);
    expect(at(properties, "email", "description")).toBe("The electronic mail address of the user account.");
    expect(gaps.filter(({ pointer }) => pointer.endsWith("/email")).map(({ mark, place }) => `${mark} ${place?.start.line}`)).toEqual(["inferred 17"]);
    expect(at(document, "paths", "/async/accounts/batch", "post", "x-authorization", "permissions")).toEqual(["CanAccess", "CanAdd"]);
    expect(at(properties, "meta", "additionalProperties", "type")).toBe("string");
  });
});

describe.skipIf(!hasSeeds)("nothing of the three texts", () => {
  test.each([[bulk], [list], [batch]])("is left unread: %s", (name) => {
    expect(describedOf(name).gaps.filter(({ reason }) => reason.startsWith("a text that was not read"))).toEqual([]);
  });
});

describe.skipIf(!hasSeeds)("lift --from-docs", () => {
  const work = mkdtempSync(path.join(tmpdir(), "from-docs-seeds-"));
  let tools: AllTools;
  let [pigello, taxfiling]: (Made | undefined)[] = [];
  const make = async (texts: readonly string[], folder: string, name: string): Promise<Made> => {
    for (const text of texts) cpSync(path.join(seeds, text), path.join(work, text));
    return makeFromDocs(texts, work, folder, name);
  };
  beforeAll(async () => {
    tools = await loadLightTools();
    pigello = await make([bulk, list], "pigello", "accounts");
    taxfiling = await make([batch], "taxfiling", "taxfiling-pwc-de");
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test("writes a description and an overlay that generate", async () => {
    for (const made of [pigello, taxfiling, await make([bulk], "bulk", "pigello-bulk-write-organizationuser"), await make([list], "list", "accounts")]) {
      expect(made?.code, made?.error).toBe(0);
      const overlays = made?.overlay === undefined ? [] : [made.overlay];
      const { files, diagnostics } = await generateWith({ input: made?.description ?? "", cwd: work, name: "made", overlays }, async () => tools);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(files.length).toBeGreaterThan(0);
    }
    expect(textOf(pigello?.overlay ?? "")).toContain("x-evidence");
  });

  test("writes the same again, and nothing over a description that was changed", async () => {
    const again = await make([bulk, list], "pigello", "accounts");
    expect(again.code, again.error).toBe(0);
    const file = path.join(work, "taxfiling/taxfiling-pwc-de.yaml");
    writeFileSync(file, `${textOf(file)}# mine\n`);
    const refused = await make([batch], "taxfiling", "taxfiling-pwc-de");
    expect(refused.code).toBe(1);
    expect(refused.error).toContain("there is another one already, which may have been changed by hand");
    expect(textOf(file)).toContain("# mine");
  });

  test("is compared with spec/ in docs/from-docs.md", async () => {
    const countOf = ({ gaps }: DescribedDocs, mark: string): number => gaps.filter((gap) => gap.mark === mark).length;
    const comparison = async (made: Made | undefined, spec: string, texts: readonly string[]) =>
      compared({
        spec,
        texts,
        written: await documentOf(path.join(root, "spec", spec)),
        made: await documentOf(made?.description ?? "", made?.overlay === undefined ? [] : [made.overlay]),
        inferred: countOf(describedOf(...texts), "inferred"),
        unknown: countOf(describedOf(...texts), "unknown"),
        rules: made?.overlay === undefined ? 0 : [...textOf(made.overlay).matchAll(/^ +- target:/gm)].length,
      });
    const all = [await comparison(pigello, "pigello-accounts.yaml", [bulk, list]), await comparison(taxfiling, "taxfiling-accounts.yaml", [batch])];
    expect(all.flatMap(({ unexplained }) => unexplained)).toEqual([]);
    expect(explanations.map(({ title }) => title).filter((title) => !all.some(({ used }) => used.has(title)))).toEqual([]);
    const file = path.join(root, "docs/from-docs.md");
    const [head = ""] = readFileSync(file, "utf8").split("<!-- Made by ");
    const text = `${head}<!-- Made by \`npx vitest run --project sources test/lift/from-docs/seeds.test.ts --update\`. -->\n\n${all.map((one) => one.text).join("\n\n")}\n`;
    await expect(text).toMatchFileSnapshot(file);
  });
});
