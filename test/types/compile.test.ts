import { describe, expect, test } from "vitest";
import { compile, versions } from "./support/compilers.js";
import { filesOf } from "./support/files.js";

const packages = ["pigello-accounts", "taxfiling-accounts"];
const sources = Object.assign({}, ...packages.map((name) => filesOf(`generated/${name}/src`, name)));
const cases = filesOf("test/types/cases");

/** The case without its marks, so that the compiler says what is wrong with each. */
const unmarked = (text: string): string => text.replaceAll("// @ts-expect-error", "// ");

const sentence = '"at least one of first_name, last_name, corporate_name is required"';

describe.each(versions)("TypeScript %s", (version) => {
  test("the sources of the packages compile", async () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50);
    expect(await compile(version, sources)).toBe("");
  });

  test("what is right compiles, and every marked line is an error", async () => {
    // vitest's own types are not what is tested
    expect(await compile(version, cases, { skipLibCheck: true })).toBe("");
  });

  test("an error of the one-of-required rule names the fields", async () => {
    const name = "write-body.test-d.ts";
    const said = await compile(version, { [name]: unmarked(cases[name] ?? "") });
    // one for each of the five: two variables without a name that counts, one of nulls, two items of the array
    expect(said.match(/error TS/g)).toHaveLength(5);
    expect(said.split(/^(?=\S)/m).filter((error) => error.includes(sentence))).toHaveLength(5);
    await expect(said).toMatchFileSnapshot(`messages/write-body.${version}.txt`);
  });
});
