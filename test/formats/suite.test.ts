import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { formats, isFormatName } from "../../generator/formats/index.js";

const suite =
  process.env["JSON_SCHEMA_TEST_SUITE"] ??
  fileURLToPath(new URL("../../../shared/corpora/json-schema-test-suite", import.meta.url));

const folder = `${suite}/draft2020-12/optional/format`;

interface Group {
  readonly description: string;
  readonly schema: { readonly format: string };
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** Cases that are decided otherwise here: the file and the description of the test, and the reason. */
const decidedOtherwise: Readonly<Record<string, string>> = {};

const groupsOf = (file: string): readonly Group[] =>
  JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as readonly Group[];

const suiteTests = (file: string) =>
  groupsOf(file).flatMap(({ schema: { format }, tests }) => tests.map((one) => ({ ...one, file, format })));

if (!existsSync(folder))
  test.skip(`the official suite is not at ${folder}; JSON_SCHEMA_TEST_SUITE can name another place`, () => undefined);
else {
  const all = readdirSync(folder).sort().flatMap(suiteTests);

  describe("the official suite", () => {
    test.each(all)("$file: $description", ({ file, format, description, data, valid }) => {
      const verdict = !isFormatName(format) || formats[format].check(data);
      expect(verdict).toBe(valid === !(`${file}: ${description}` in decidedOtherwise));
    });

    test("speaks of each case that is decided otherwise", () => {
      const titles = all.map(({ file, description }) => `${file}: ${description}`);
      expect(Object.keys(decidedOtherwise).filter((title) => !titles.includes(title))).toEqual([]);
    });
  });
}
