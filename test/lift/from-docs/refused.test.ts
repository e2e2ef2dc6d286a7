import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rendered } from "../../../generator/findings.js";
import { describeFromDocs, mostCharacters } from "../../../generator/lift/from-docs/describe-from-docs.js";

const folder = fileURLToPath(new URL("refused", import.meta.url));

const shown = (text: string): string => {
  const { document, diagnostics, gaps } = describeFromDocs(text, "input.txt");
  expect(document).toBeUndefined();
  expect(gaps).toEqual([]);
  return rendered({ diagnostics, locate: () => undefined, inputs: [{ path: "input.txt", text }] }, false, 50);
};

describe("a text that nothing can be made of", () => {
  test.each(readdirSync(folder).sort())("is refused as a user sees it: %s", async (name) => {
    const text = readFileSync(path.join(folder, name, "input.txt"), "utf8");
    await expect(shown(text)).toMatchFileSnapshot(path.join(folder, name, "expected.txt"));
  });

  test("is refused where it is larger than what is read", () => {
    expect(shown("x".repeat(mostCharacters + 1))).toContain("error file-too-large the text has 2000001 characters, 2000000 are read");
  });
});

/** Texts that make a pattern or a table of ours work as much as it can. */
const size = 300_000;
const row = "Id | form | int | Yes | x |\n";
const header = "Name | Parameter | Data Type | Required | Description |\n---|---|\nPOST | /x |\n";
const url = "- https://a.example/x/\n- curl\ncurl -X GET \\\nhttps://a.example/x/ ";
const page = "# A 'B' Endpoint: POST /x ## Request fields: ";
const hostile: Readonly<Record<string, string>> = {
  "many spaces in a title": `# a${" ".repeat(size)}Endpoint: POST /x`,
  "many beginnings of titles": "# a ".repeat(size / 4),
  "many fields": page + "- `a` (string) ".repeat(size / 15),
  "one field with many keys": `${page}- \`${"a.".repeat(120)}b\` (string)`,
  "many brackets in a type": `${page}- \`a\` (${"(".repeat(size)}`,
  "many sentences": `${page}- \`a\` (string) ${"Additional Validation Information: This value must be set together with the following fields: b ".repeat(size / 100)}`,
  "an endless enum": `${page}- \`a\` (string) Enum: ${"x, ".repeat(size / 3)}`,
  "a row of dashes": header + "-".repeat(size),
  "a row of bars": header + "|".repeat(size),
  "many rows": header + row.repeat(size / row.length),
  "many tables": header.repeat(size / header.length),
  "a deep type": `${header}Id | form | ${"List<".repeat(size / 5)} | Yes | x |`,
  "deep JSON": `${url}${"-H 'A: b'"}Fine ${"[".repeat(size)}`,
  "JSON that never ends": `${url}-H 'A: b'Fine [${'{"a":"b"},'.repeat(size / 10)}`,
  "many brackets": `${url}-H 'A: b'Fine ${'{"a" '.repeat(size / 5)}`,
  "many curls": url.repeat(size / url.length),
  "a quote without end": `${url}-H '${"a".repeat(size)}`,
  "many filters": "Additional operators: Operator: in, Supports negation (via !): True Operator: gt, Supports negation (via !): True ".repeat(size / 110) + url,
  "many headers of a sample": `${header}POST /x HTTP/1.1 ${"A: b ".repeat(size / 5)}`,
};

describe("a hostile text", () => {
  test.each(Object.entries(hostile))("is read to its end: %s", (_, text) => {
    const { diagnostics, document } = describeFromDocs(text, "input.txt");
    expect(document !== undefined || diagnostics.length > 0).toBe(true);
  });

  test("never gives a key that objects inherit another meaning", () => {
    const { document } = describeFromDocs("# A 'B' Endpoint: POST /x ## Request fields: - `__proto__` (string) - `constructor.prototype` (string) ## Response 200 fields", "input.txt");
    expect(JSON.stringify([...(document?.keys() ?? [])])).toContain("components");
    expect(({} as Record<string, unknown>)["type"]).toBeUndefined();
  });
});
