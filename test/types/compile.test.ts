import { beforeAll, describe, expect, test } from "vitest";
import { compile, versions } from "./support/compilers.js";
import { filesOf } from "./support/files.js";

const packages = ["pigello-accounts", "taxfiling-accounts"];
const sources = Object.assign({}, ...packages.map((name) => filesOf(`generated/${name}/src`, name)));
const cases = filesOf("test/types/cases");

const writeBody = "write-body.test-d.ts";
const sentence = '"at least one of first_name, last_name, corporate_name is required"';

/** The case without its marks, so that the compiler says what is wrong with each. */
const unmarked = (text = ""): string => text.replaceAll("// @ts-expect-error", "//");

/** One error a text: its first line has the place, the others the reasons. */
const errorsIn = (output: string): readonly string[] => output.split(/^(?=\S)/m).filter((error) => error !== "");

/** Without the line that spells the whole type out, whose order is the compiler's own affair. */
const withoutType = (error: string): string =>
  error
    .split("\n")
    .filter((line) => !line.includes("more ...;"))
    .join("\n");

describe.each(versions)("TypeScript %s", (version) => {
  let errors: readonly string[] = [];

  // both in one run: reading the standard library is most of it
  beforeAll(async () => {
    errors = errorsIn(await compile(version, { ...sources, [writeBody]: unmarked(cases[writeBody]) }));
  });

  test("the sources of the packages compile, and so do the declarations that are built of them", () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50);
    expect(errors.filter((error) => !error.startsWith(writeBody))).toEqual([]);
  });

  test("an error of the one-of-required rule names the fields", async () => {
    // two variables without a name that counts, one of nulls, two items of an array
    expect(errors).toHaveLength(5);
    for (const error of errors) expect(error).toContain(sentence);
    await expect(errors.map(withoutType).join("")).toMatchFileSnapshot(`messages/write-body.${version}.txt`);
  });

  test("what is right compiles, and every marked line is an error", async () => {
    // vitest's own declarations are not what is tested
    expect(await compile(version, cases, { skipLibCheck: true })).toBe("");
  });
});
