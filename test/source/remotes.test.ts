import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generate, type GenerateOptions } from "../../generator/generate.js";
import { localCopy } from "../../generator/local-copy.js";

const cwd = fileURLToPath(new URL("remotes/apis/", import.meta.url));

const made = (remotes: GenerateOptions["remotes"]): ReturnType<typeof generate> => generate({ input: "description.yaml", cwd, format: false, ...(remotes === undefined ? {} : { remotes }) });

const remotes = { "https://example.com/schemas/": "../copies", "https://Other.example/size.json": "../size.json" };

const said = async (given: GenerateOptions["remotes"]): Promise<readonly string[]> => (await made(given)).diagnostics.map(({ code, message }) => `${code} ${message}`);

test("documents that references name by URLs are read from their copies", async () => {
  const { files, diagnostics, inputs } = await made(remotes);
  expect(diagnostics).toEqual([]);
  expect(inputs.map(({ path }) => path.replace(/^.*\/remotes\//, "")).sort()).toEqual(["copies/common/name.yaml", "copies/common/tags.yaml", "copies/paths.yaml", "copies/pet.yaml", "description.yaml", "size.json"]);
  const text = files.filter(({ path }) => path.startsWith("src/schemas/")).map((file) => file.text).join("\n");
  expect(text).toMatch(/failMinLength\(.*, 2\)/);
  expect(text).toMatch(/failMaximum\(.*, 9\)/);
  expect(text).toMatch(/"a", "b"/);
});

test("without them nothing is read, and the mend says what can be done", async () => {
  const { diagnostics } = await made(undefined);
  expect(diagnostics.map(({ code }) => code)).toEqual(["ref-remote-refused", "ref-remote-refused", "ref-remote-refused"]);
});

test("a copy that is not there is told by its path", async () => {
  expect(await said({ ...remotes, "https://example.com/schemas/": "../none" })).toEqual(
    expect.arrayContaining([expect.stringMatching(/^ref-unresolved "https:\/\/example\.com\/schemas\/pet\.yaml" leads nowhere: there is no file ".*remotes\/none\/pet\.yaml"$/)]),
  );
});

test.each([
  ["https://example.com/schemas/a.yaml", "copies/a.yaml"],
  ["https://example.com/schemas/a/b%20c.yaml?x=1#/y", "copies/a/b c.yaml"],
  ["https://example.com/schemas/inner/b.yaml", "inner/b.yaml"],
  ["https://example.com/one.yaml", "one.yaml"],
  ["https://example.com/one.yaml/two", undefined],
  ["https://example.com/schemas", undefined],
  ["https://example.com/schemas/", undefined],
  ["https://example.com/schemas/%2e%2e%2foutside/secret.yaml", undefined],
  ["https://example.com/schemas/a%2f..%2f..%2foutside/secret.yaml", undefined],
  ["https://example.com/schemas/..%5Coutside.yaml", undefined],
  ["https://example.com/schemas/%ff.yaml", undefined],
  ["https://example.com/schemas//etc/passwd", undefined],
  ["https://example.org/schemas/a.yaml", undefined],
  ["toString", undefined],
])("%s is %s", (uri, expected) => {
  const given = { "https://example.com/schemas/": "copies", "https://EXAMPLE.com/schemas/inner/": "inner", "https://example.com/one.yaml": "one.yaml" };
  expect(localCopy(uri, given)).toBe(expected);
});
