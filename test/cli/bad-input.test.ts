import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "./support/cli.js";
import { project } from "./support/project.js";

// Every input here is refused by the built program, in little memory, with nothing written and no trace of the program itself.

const head = 'openapi: 3.1.0\ninfo: { title: Pets, version: "1" }\npaths: {}\n';

const withReference = (reference: string): string => `${head}components:\n  schemas:\n    A: { $ref: ${JSON.stringify(reference)} }\n`;

const memory = { node: ["--max-old-space-size=256"] };

/** Runs on a file of these bytes, beside which `prepare` may put others. The first line of what is said, without its excerpt. */
const refused = async (file: string, bytes: string | Uint8Array, prepare: (folder: string) => void = () => {}): Promise<string> => {
  const { folder, run } = project({});
  writeFileSync(path.join(folder, file), bytes);
  prepare(folder);
  const { code, out, error } = await run(["generate", file, "--out", "api"], memory);
  expect(code, error).toBe(1);
  expect(out).toBe("");
  expect(error).not.toMatch(/\n {4}at |FATAL|bug of the tool/);
  expect(error).toMatch(/^\d+ errors?(?:, \d+ warnings?)?: nothing was written \(\d+\.\d+ s\)$/m);
  // lines of any length are cut
  expect(Math.max(...error.split("\n").map((line) => line.length))).toBeLessThan(2_500);
  expect(existsSync(path.join(folder, "api"))).toBe(false);
  return error.split("\n", 1)[0] ?? "";
};

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

const levels = 100_000;

describe("texts that are none", () => {
  test.each<readonly [what: string, file: string, bytes: string | Uint8Array, said: string]>([
    ["a picture", "a.yaml", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "a.yaml:1:1 error encoding-unsupported the file is binary: byte 8 is zero"],
    ["Latin 1", "a.yaml", Buffer.from(`${head}x: \u00e4\n`, "latin1"), "a.yaml:1:1 error encoding-unsupported byte 64 is not valid UTF-8"],
    ["UTF-32", "a.yaml", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "a.yaml:1:1 error encoding-unsupported the file is UTF-32, not UTF-8"],
    ["half of a character in UTF-16", "a.json", utf16("\uFEFF{}").subarray(0, 5), "a.json:1:1 error encoding-unsupported the file begins like UTF-16, but is not valid UTF-16"],
    ["a NUL byte", "a.json", '{"openapi":"3.1.0\0"}', "a.json:1:1 error encoding-unsupported the file is binary: byte 17 is zero"],
    ["nothing", "a.yaml", "", "a.yaml:1:1 error file-empty the file is empty"],
    ["white space", "a.json", " \n", "a.json:1:1 error file-empty the file is empty"],
    ["comments", "a.yaml", "#".repeat(1_000_000), "a.yaml:1:1 error file-empty the file holds nothing but comments"],
  ])("%s", async (_, file, bytes, said) => {
    expect(await refused(file, bytes)).toBe(said);
  });
});

describe("what would take very long, or all memory", () => {
  const laughs = [..."bcdefghij"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(", ")}]`).join("\n");

  test.each<readonly [what: string, file: string, text: string, said: string]>([
    ["aliases of aliases", "a.yaml", `${head}a: &a [x, x, x, x, x, x, x, x, x]\n${laughs}\n`, "a.yaml:9:12 error yaml-alias-limit the aliases of this file stand for more than 200000 values"],
    ["lists in lists", "a.json", `{"openapi":"3.1.0","x":${"[".repeat(levels)}${"]".repeat(levels)}}`, "a.json:1:523 error depth-exceeded values are nested more than 500 levels deep"],
    ["objects in objects", "a.json", `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`, "a.json:1:2501 error depth-exceeded values are nested more than 500 levels deep"],
    ["brackets that are not closed", "a.json", "[".repeat(5_000_000), "a.json:1:501 error depth-exceeded values are nested more than 500 levels deep"],
    ["lists in lists, in YAML", "a.yaml", `${head}x: ${"[".repeat(levels)}${"]".repeat(levels)}\n`, "a.yaml:4:503 error depth-exceeded values are nested more than 500 levels deep"],
    ["brackets that are not closed, in YAML", "a.yaml", `${head}x: ${"{a: ".repeat(levels)}\n`, "a.yaml:4:2000 error depth-exceeded values are nested more than 500 levels deep"],
    ["lists in one line", "a.yaml", `${head}x:\n  ${"- ".repeat(levels)}1\n`, "a.yaml:5:1001 error depth-exceeded values are nested more than 500 levels deep"],
    ["mappings by indentation", "a.yaml", `${head}x:\n${Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth + 1)}a:\n`).join("")}`, "a.yaml:504:501 error depth-exceeded values are nested more than 500 levels deep"],
    ["keys that are keys", "a.yaml", `${head}x: ${"? ".repeat(levels)}1\n`, "a.yaml:4:1002 error depth-exceeded values are nested more than 500 levels deep"],
    ["documents", "a.yaml", `${head}${"---\n".repeat(levels)}`, "a.yaml:4:1 error yaml-multiple-documents a second document begins here; a file holds one"],
    ["items", "a.yaml", `${head}x:\n${"- a\n".repeat(1_100_000)}`, "a.yaml:999998:4 error file-too-large the text up to here has more than 1000000 lines, commas and brackets"],
    ["items of 20 MB", "a.yaml", `${head}x:\n${"- {}\n".repeat(3_900_000)}`, "a.yaml:975004:5 error file-too-large the text up to here has more than 1950006 lines, commas and brackets"],
    ["lists in lists, in one line each", "a.yaml", `${head}x:\n${"- - - - a\n".repeat(400_000)}`, "a.yaml:250003:5 error file-too-large the text up to here has more than 1000000 lines, commas and brackets"],
    ["objects, in JSON", "a.json", `{"openapi":"3.1.0","x":[${"{},".repeat(1_100_000)}1]}`, "a.json:1:3000016 error file-too-large the text up to here has more than 1000000 values"],
    ["faults", "a.yaml", `${head}x:\n${"- @a\n".repeat(300_000)}`, "a.yaml:5:3 error yaml-syntax plain value cannot start with reserved character @"],
    ["tags", "a.yaml", `${head}x:\n${"- !a b\n".repeat(300_000)}`, "a.yaml:5:3 error yaml-syntax this is no YAML, or YAML that is read only in smaller files: a character that no value begins with"],
    ["documents, far down", "a.yaml", `${head}${"x: &a 1\n".repeat(100_000)}---\n${"y: 1\n".repeat(200_000)}`, "a.yaml:100004:1 error yaml-multiple-documents a second document begins here; a file holds one"],
    ["keys twice", "a.yaml", `${head}${"x: 1\n".repeat(300_000)}`, 'a.yaml:5:1 error yaml-duplicate-key the key "x" is written twice'],
    ["keys twice, in JSON", "a.json", `{"openapi":"3.1.0"${',"x":1'.repeat(300_000)}}`, 'a.json:1:26 error json-duplicate-key the key "x" is written twice'],
    ["aliases of nothing", "a.yaml", `${head}x:\n${Array.from({ length: 100_000 }, (_, index) => `- &a${index} b\n- *b${index}\n`).join("")}`, "a.yaml:6:3 error yaml-syntax there is no anchor `&b0` before this alias"],
    ["references that lead nowhere", "a.yaml", `${head}components:\n  schemas:\n${Array.from({ length: 30_000 }, (_, index) => `    S${index}: { $ref: "#/components/schemas/T${index}" }\n`).join("")}`, 'a.yaml:6:17 error ref-unresolved "#/components/schemas/T0" leads nowhere: "#/components/schemas" has no "T0"'],
    ["a text that is not closed", "a.yaml", `x: "${"a".repeat(1_000_000)}`, "a.yaml:1:1000005 error yaml-syntax the closing \" is missing"],
    ["a text of 19 MB that is not closed", "a.yaml", `${head}x: '${"a".repeat(19_000_000)}`, "a.yaml:4:19000005 error yaml-syntax the closing ' is missing"],
  ])("%s", async (_, file, text, said) => {
    expect(await refused(file, text)).toBe(said);
  });

  /** Ten schemas, each made of the next one many times: to its end lead 40 ** 10 ways. */
  const chain = (keyword: string, leaf: object): string => {
    const below = (level: number) => ({ $ref: `#/components/schemas/S${level + 1}` });
    const of = (members: readonly object[]): object => (keyword === "items" ? { anyOf: members, items: members[0] } : keyword === "not" ? { not: { allOf: members } } : { [keyword]: members });
    const schemas = Object.fromEntries([...Array.from({ length: 10 }, (_, level) => [`S${level}`, of(Array(40).fill(below(level)))]), ["S10", leaf]]);
    const schema = { $ref: "#/components/schemas/S0" };
    const content = { "application/json": { schema } };
    const post = { operationId: "put", parameters: [{ name: "q", in: "query", schema }], requestBody: { content }, responses: { 200: { description: "ok", headers: { A: { schema } }, content } } };
    return JSON.stringify({ openapi: "3.1.0", info: { title: "Chain", version: "1" }, paths: { "/x": { post } }, components: { schemas } });
  };

  const leaves = [{ type: "object", required: ["a"], properties: { a: { type: "string", readOnly: true } } }, { oneOf: [{ type: "string" }, { type: "null" }] }];

  test.each(["allOf", "anyOf", "oneOf", "items", "not"])("schemas that are reached in a great many ways, by %s", async (keyword) => {
    for (const leaf of leaves) {
      const { run } = project({ "a.json": chain(keyword, leaf) });
      const { code, error } = await run(["generate", "a.json", "--out", "api", "--name", "chain"], memory);
      expect(code, error).toBe(0);
    }
  });

  test("100 MB of YAML are not read at all", async () => {
    const { folder, run } = project({});
    const large = Buffer.concat([Buffer.from(`${head}x:\n`), Buffer.alloc(100_000_000, "  - some: value, and more\n")]);
    writeFileSync(path.join(folder, "a.yaml"), large);
    const { code, error } = await run(["generate", "a.yaml"], { node: ["--max-old-space-size=64"] });
    expect(code).toBe(1);
    expect(error).toMatch(/^error file-too-large "a\.yaml" has 100 MB, more than the 20 MB that are read\n {2}hint: raise the limit with --max-size/);
  });

  test("--max-size and `maxSize` say how much is read", async () => {
    const { run, write } = project({ "a.yaml": `${head}# ${"x".repeat(2_000_000)}\n` });
    expect((await run(["explain", "a.yaml", "--max-size", "1.5"])).error).toMatch(/^error file-too-large "a\.yaml" has 2 MB, more than the 1\.5 MB that are read/);
    expect((await run(["explain", "a.yaml", "--max-size", "3"])).code).toBe(0);
    write("openapi-sieve.config.json", JSON.stringify({ apis: { a: { input: "a.yaml" } }, maxSize: 1 }));
    expect((await run(["check"])).error).toContain("file-too-large");
  });
});

describe("faults of a text, at their places", () => {
  test.each<readonly [what: string, file: string, text: string | Uint8Array, said: string]>([
    ["a key twice", "a.yaml", `${head}paths: {}\n`, 'a.yaml:4:1 error yaml-duplicate-key the key "paths" is written twice'],
    ["a key twice, in JSON", "a.json", '{"openapi":"3.1.0","openapi":"3.1.0","paths":{}}', 'a.json:1:20 error json-duplicate-key the key "openapi" is written twice'],
    ["a tab as indentation", "a.yaml", "openapi: 3.1.0\ninfo:\n\ttitle: P\n", "a.yaml:3:1 error yaml-syntax tabs are not allowed as indentation"],
    ["two byte order marks", "a.json", "\uFEFF\uFEFF{}", "a.json:1:1 error json-syntax expected a value, found `\uFFFD`"],
    ["a tab in UTF-16", "a.yaml", utf16("\uFEFFopenapi: 3.1.0\ninfo:\n\ttitle: P\n"), "a.yaml:3:1 error yaml-syntax tabs are not allowed as indentation"],
    ["no OpenAPI", "a.yaml", "root:x:0:0\n", "a.yaml:1:1 error root-not-object a.yaml holds a single value, not an OpenAPI document"],
  ])("%s", async (_, file, text, said) => {
    expect(await refused(file, text)).toBe(said);
  });

  test.each([
    ["a byte order mark", `\uFEFF${head}`],
    ["CRLF", head.replaceAll("\n", "\r\n")],
    ["UTF-16", utf16(`\uFEFF${head}`)],
    ["UTF-16, big end first", utf16(`\uFEFF${head}`).swap16()],
    ["UTF-16 without a mark", utf16(head)],
  ])("%s is none", async (_, text) => {
    const { folder, run } = project({});
    writeFileSync(path.join(folder, "a.yaml"), text);
    expect(await run(["explain", "a.yaml"])).toMatchObject({ code: 0, error: "" });
  });
});

describe("references to what is no file of the description", () => {
  const make: Readonly<Record<string, (folder: string) => void>> = {
    folder: (folder) => mkdirSync(path.join(folder, "other")),
    pipe: (folder) => void execFileSync("mkfifo", [path.join(folder, "pipe")]),
    circle: (folder) => symlinkSync("circle.yaml", path.join(folder, "circle.yaml")),
    link: (folder) => symlinkSync("/etc/passwd", path.join(folder, "link.yaml")),
    device: (folder) => symlinkSync("/dev/zero", path.join(folder, "device.yaml")),
    files: (folder) => {
      writeFileSync(path.join(folder, "b.yaml"), 'A: { $ref: "./c.yaml#/A" }\n');
      writeFileSync(path.join(folder, "c.yaml"), 'A: { $ref: "./b.yaml#/A" }\n');
    },
  };

  test.each<readonly [what: string, reference: string, prepare: string, said: string]>([
    ["a missing file", "./no.yaml", "", 'error ref-unresolved "./no.yaml" leads nowhere: there is no file "no.yaml"'],
    ["a folder", "./other", "folder", 'error ref-unresolved "./other" leads nowhere: "other" is a folder'],
    ["a pipe", "./pipe", "pipe", 'error ref-unresolved "./pipe" leads nowhere: "pipe" is a device, a pipe or a socket, not a file'],
    ["a circle of links", "circle.yaml", "circle", 'error ref-unresolved "circle.yaml" leads nowhere: "circle.yaml" is a symbolic link that leads in a circle'],
    ["a device", "/dev/zero", "", 'error ref-outside-root "/dev/zero" leads out of the folders that may be read'],
    ["a device by a link", "./device.yaml", "device", 'error ref-outside-root "./device.yaml" is a link to a file outside the folders that may be read'],
    ["a file outside", "../../../../../etc/passwd", "", 'error ref-outside-root "../../../../../etc/passwd" leads out of the folders that may be read'],
    ["a file outside, encoded", "..%2f..%2F..%2f..%2f..%2fetc%2fpasswd", "", 'error ref-outside-root "..%2f..%2F..%2f..%2f..%2fetc%2fpasswd" leads out of the folders that may be read'],
    ["a file outside by a link", "./link.yaml", "link", 'error ref-outside-root "./link.yaml" is a link to a file outside the folders that may be read'],
    ["a URL", "https://example.invalid/a.yaml", "", 'error ref-remote-refused "https://example.invalid/a.yaml" stands on another machine, and nothing is fetched'],
    ["a file by its URL", "file:///etc/passwd", "", 'error ref-remote-refused "file:///etc/passwd" is a URL, and only paths are followed'],
    ["a name with NUL", "a\0b.yaml", "", 'error ref-unresolved "a\\u0000b.yaml" leads nowhere: "a\\u0000b.yaml" is no name that a file can have'],
  ])("%s", async (_, reference, prepare, said) => {
    expect(await refused("a.yaml", withReference(reference), make[prepare])).toBe(`a.yaml:6:16 ${said}`);
  });

  test("a name of any length", async () => {
    expect(await refused("a.yaml", withReference(`${"a".repeat(5_000)}.yaml`))).toMatch(/^a\.yaml:6:16 error ref-unresolved "a+…$/);
  });

  test("files in a circle", async () => {
    expect(await refused("a.yaml", withReference("b.yaml#/A"), make["files"])).toMatch(/^[abc]\.yaml:\d+:\d+ error ref-cycle following this `\$ref` only leads back to it$/);
  });

  test("an encoded name of a file", async () => {
    const { run } = project({ "a.yaml": withReference("./with%20space.yaml#/X"), "with space.yaml": "X: { type: string }\n" });
    expect(await run(["explain", "a.yaml"])).toMatchObject({ code: 0, error: "" });
  });

  test("--allow-outside and `allowOutside` let them leave the folders", async () => {
    const config = JSON.stringify({ apis: { a: { input: "../spec/a.yaml", allowOutside: true } } });
    const { folder, write } = project({ "spec/a.yaml": withReference("../shared/b.yaml#/X"), "shared/b.yaml": "X: { type: string }\n", "run/openapi-sieve.config.json": config });
    const run = (...args: readonly string[]) => runCli(path.join(folder, "run"), args);
    expect((await run("explain", "../spec/a.yaml")).error).toContain("ref-outside-root");
    expect(await run("explain", "../spec/a.yaml", "--allow-outside")).toMatchObject({ code: 0, error: "" });
    expect((await run("check")).error).toBe("");
    write("run/openapi-sieve.config.json", config.replace("true", "false"));
    expect((await run("check")).error).toContain("ref-outside-root");
  });
});
