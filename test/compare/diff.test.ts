import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { diffCommand } from "../../generator/commands/diff.js";
import type { CommandOptions } from "../../generator/commands/options.js";
import { surfaceText } from "../../generator/surface/surface-text.js";
import { parseManifest } from "../../generator/write/manifest.js";
import { textHash } from "../../generator/write/text-hash.js";
import { surfaceFor } from "./support/versions.js";

let folder: string;

const git = (...args: readonly string[]): void => {
  const settings = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
  const { status, stderr } = spawnSync("git", [...settings, ...args], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
};

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

const description = `openapi: 3.1.0
info: { title: Pets, version: 1.2.0 }
servers: [{ url: "https://pets.example" }]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: Pets., content: { application/json: { schema: { $ref: "parts/pet.yaml" } } } }
`;

const pet = (kinds: string): string => `type: object
required: [name]
properties:
  name: { type: string }
  kind: { enum: [${kinds}] }
`;

const hostile = "'<img src=x> @somebody | `code` \\u001b[31m'";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "diff-"));
  git("init", "-q");
  write("spec/openapi.yaml", description);
  write("spec/parts/pet.yaml", pet("cat"));
  git("add", "-A");
  git("commit", "-qm", "first");
  git("tag", "v1");
  write("spec/parts/pet.yaml", pet("cat, dog"));
  write("broken.yaml", "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: 1 }\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

const diff = async (old: string, now: string, more: Partial<CommandOptions> = {}): Promise<Ran> => {
  let [out, error] = ["", ""];
  const options: CommandOptions = {
    ...{ cwd: folder, inputs: [old, now], overlays: [], only: undefined, strict: false, format: "text", most: 50, access: {} },
    ...{ quiet: false, check: false, write: false, interactive: false, fromDocs: false, cache: false, verbose: false },
    ...more,
  };
  const code = await diffCommand(options, {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
    color: false,
    outColor: false,
    openTerminal: undefined,
  });
  return { code, out, error };
};

describe("two versions", () => {
  test("of which the old one is a revision of git, with the files that it refers to", async () => {
    expect(await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml")).toEqual({
      code: 0,
      error: "",
      out: `Breaking for readers (1)

  Pet.kind  enum-value-added (response)  "dog"
      Programs that go through all values do not know the new one.
      git:v1:spec/parts/pet.yaml:5:11 → spec/parts/pet.yaml:5:11

major: 1 breaking for readers
`,
    });
  });

  test("the other way round", async () => {
    const { out } = await diff("spec/openapi.yaml", "git:v1:spec/openapi.yaml");
    expect(out).toContain("Compatible (1)");
    expect(out).toContain("enum-value-removed");
    expect(out).toMatch(/\nminor: 1 compatible\n$/);
  });

  test("that are the same", async () => {
    expect(await diff("spec/openapi.yaml", "spec/openapi.yaml", { failOn: "any" })).toEqual({ code: 0, out: "no change\n", error: "" });
  });

  test("of which one is a generated package, on disk or in a revision", async () => {
    write("stored/.openapi-sieve/surface.json", surfaceText(surfaceFor({ openapi: "3.1.0", info: { title: "Pets", version: "1.2.0" }, paths: {} })));
    git("add", "-A");
    git("commit", "-qm", "stored");
    for (const old of ["stored", "git:HEAD:stored"]) {
      const { code, out } = await diff(old, "spec/openapi.yaml");
      expect(code).toBe(0);
      expect(out).toContain("operation-added");
    }
  });

  test.each([
    ["breaking", 1],
    ["any", 1],
  ] as const)("fail on %s changes where that is asked for", async (failOn, code) => {
    expect((await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", { failOn })).code).toBe(code);
    expect((await diff("spec/openapi.yaml", "git:v1:spec/openapi.yaml", { failOn })).code).toBe(failOn === "any" ? 1 : 0);
  });
});

describe("what cannot be compared", () => {
  test.each([
    ["git:v1:spec/none.yaml", 'there is no file "spec/none.yaml" in v1'],
    ["git:v9:spec/openapi.yaml", 'git knows no revision "v9"'],
    ["git:--output=x:spec/openapi.yaml", 'git knows no revision "--output=x"'],
    ["git:-v1:spec/openapi.yaml", 'git knows no revision "-v1"'],
    ["git:v1:../outside.yaml", "is outside of the repository"],
    ["git:v1", "is no git:REV:path"],
    ["spec", "is a folder without .openapi-sieve/surface.json"],
  ])("%s is told", async (input, message) => {
    const { code, out, error } = await diff(input, "spec/openapi.yaml");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toContain(message);
  });

  test("a description with errors, which are shown with their places", async () => {
    const { code, error } = await diff("broken.yaml", "spec/openapi.yaml");
    expect(code).toBe(1);
    expect(error).toMatch(/^broken\.yaml:3:\d+ error /);
  });

  test("a surface that somebody damaged", async () => {
    for (const [text, message] of [
      ["{", "is no JSON"],
      ["[]", "is no surface"],
      ['{"surface":99}', "another version of the tool"],
      ['{"surface":1,"title":"x","operations":7}', "is damaged"],
    ] as const) {
      write("damaged/.openapi-sieve/surface.json", text);
      const { code, error } = await diff("damaged", "spec/openapi.yaml");
      expect(code).toBe(2);
      expect(error).toContain(message);
    }
  });

  test.each([
    [{ failOn: "everything" }, "--fail-on takes breaking or any"],
    [{ out: "pkg" }, "--out names the package that --apply writes to"],
    [{ inputs: ["a"] }, "diff takes two versions"],
    [{ apply: true }, "--apply needs the package"],
    [{ apply: true, out: "spec" }, "holds no package.json"],
  ])("wrong use: %j", async (more, message) => {
    const { code, error } = await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", more);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe("formats", () => {
  test("json has both places, the rule and the part of the version", async () => {
    const { out } = await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", { format: "json" });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      bump: "major",
      changes: [
        {
          code: "enum-value-added",
          class: "breaking for readers",
          rule: "Programs that go through all values do not know the new one.",
          bump: "major",
          direction: "response",
          subject: "Pet.kind",
          detail: '"dog"',
          before: { pointer: "/components/schemas/pet/properties/kind/enum", file: "git:v1:spec/parts/pet.yaml", line: 5, column: 11 },
          after: { pointer: "/components/schemas/pet/properties/kind/enum", file: "spec/parts/pet.yaml", line: 5, column: 11 },
        },
      ],
      diagnostics: [],
    });
  });

  test("sarif and github name the new place", async () => {
    const sarif = await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", { format: "sarif" });
    const { runs } = JSON.parse(sarif.out) as { runs: readonly { results: readonly object[] }[] };
    expect(runs[0]?.results).toMatchObject([{ ruleId: "enum-value-added", level: "warning", locations: [{ physicalLocation: { artifactLocation: { uri: "spec/parts/pet.yaml" }, region: { startLine: 5 } } }] }]);
    const github = await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", { format: "github" });
    expect(github.out).toMatch(/^::warning file=spec\/parts\/pet\.yaml,line=5,/);
  });

  test("texts of a description command nothing and break nothing", async () => {
    write("hostile/openapi.yaml", description);
    write("hostile/parts/pet.yaml", pet(`cat, ${hostile}`));
    const markdown = await diff("git:v1:spec/openapi.yaml", "hostile/openapi.yaml", { format: "markdown" });
    // in code, whose fence the text does not end
    expect(markdown.out).toContain('``"\'<img src=x>'.replace("'", ""));
    expect(markdown.out.replace(/``.*?``|`[^`]*`/g, "")).not.toMatch(/<img|@somebody|\u001B/);
    const text = await diff("git:v1:spec/openapi.yaml", "hostile/openapi.yaml");
    expect(text.out).not.toContain("\u001B");
    const github = await diff("git:v1:spec/openapi.yaml", "hostile/openapi.yaml", { format: "github" });
    expect(github.out.split("\n").filter((line) => line.startsWith("::"))).toHaveLength(1);
  });
});

describe("under a hook of git, which says where the repository is", () => {
  test.each([".git", "absolute"])("in another folder than its top one: %s", async (where) => {
    vi.stubEnv("GIT_DIR", where === "absolute" ? path.join(folder, ".git") : where);
    const { code, out, error } = await diff("git:v1:openapi.yaml", "openapi.yaml", { cwd: path.join(folder, "spec") });
    vi.unstubAllEnvs();
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toContain("git:v1:parts/pet.yaml");
  });

  test("and there is nothing else that does", async () => {
    const bare = mkdtempSync(path.join(tmpdir(), "diff-bare-"));
    onTestFinished(() => rmSync(bare, { recursive: true }));
    renameSync(path.join(folder, ".git"), path.join(bare, "repository"));
    vi.stubEnv("GIT_DIR", path.join(bare, "repository"));
    const { code, error } = await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml");
    vi.unstubAllEnvs();
    renameSync(path.join(bare, "repository"), path.join(folder, ".git"));
    expect({ code, error }).toEqual({ code: 0, error: "" });
  });
});

describe("--apply", () => {
  const packageText = (version: string): string => `${JSON.stringify({ name: "pets", version, type: "module" }, undefined, 2)}\n`;

  const makePackage = (version: string): void => {
    rmSync(path.join(folder, "pkg"), { recursive: true, force: true });
    write("pkg/package.json", packageText(version));
    write("pkg/.openapi-sieve/manifest.json", '{ "manifest": 1, "files": { "package.json": "x", "src/index.ts": "y" } }');
  };

  const apply = (): Promise<Ran> => diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", { apply: true, out: "pkg" });

  test("raises the version, remembers it, and tells why, once", async () => {
    makePackage("1.2.0");
    const first = await apply();
    expect(first).toMatchObject({ code: 0, error: "pkg: 1.2.0 → 2.0.0, told in pkg/CHANGELOG.md\n" });
    expect(read("pkg/package.json")).toBe(packageText("2.0.0"));
    const manifest = parseManifest(read("pkg/.openapi-sieve/manifest.json"));
    expect(manifest).toEqual({ version: "2.0.0", files: new Map([["package.json", textHash(packageText("2.0.0"))], ["src/index.ts", "y"]]) });
    expect(read("pkg/CHANGELOG.md")).toBe('# Changelog\n\n## 2.0.0\n\n### Breaking for readers\n\n- `Pet.kind` `enum-value-added`: `"dog"`. Programs that go through all values do not know the new one.\n');
    const second = await apply();
    expect(second.error).toBe("pkg: 2.0.0 as it is\n");
    expect(read("pkg/package.json")).toBe(packageText("2.0.0"));
    expect(read("pkg/CHANGELOG.md").match(/^## /gm)).toHaveLength(1);
  });

  test("knows what it told in files with other line ends, and keeps to these", async () => {
    makePackage("1.2.0");
    write("pkg/CHANGELOG.md", "# Changes\r\n\r\n## 1.2.0\r\n\r\n- old\r\n");
    await apply();
    expect(read("pkg/CHANGELOG.md")).toMatch(/^# Changes\r\n\r\n## 2\.0\.0\r\n\r\n### Breaking for readers\r\n/);
    expect(read("pkg/CHANGELOG.md")).not.toMatch(/[^\r]\n/);
    expect((await apply()).error).toBe("pkg: 2.0.0 as it is\n");
  });

  test("goes on where a run was killed", async () => {
    makePackage("1.2.0");
    await apply();
    // the changelog was written, and nothing else
    write("pkg/package.json", packageText("1.2.0"));
    write("pkg/.openapi-sieve/manifest.json", '{ "manifest": 1, "files": { "package.json": "x" } }');
    await apply();
    expect(read("pkg/package.json")).toBe(packageText("2.0.0"));
    expect(read("pkg/CHANGELOG.md").match(/^## /gm)).toHaveLength(1);
  });

  test("puts the newest version first, below what is not released, and leaves the rest as it is", async () => {
    makePackage("0.4.1");
    write("pkg/CHANGELOG.md", "# Changes\n\nBy hand.\n\n## [Unreleased]\n\n- soon\n\n## [0.4.1] - 2026-01-01\n\n- old\n");
    await apply();
    // below 1.0.0, what breaks raises the second number; the description says 1.2.0
    expect(read("pkg/CHANGELOG.md")).toMatch(/^# Changes\n\nBy hand\.\n\n## \[Unreleased\]\n\n- soon\n\n## 1\.2\.0\n\n### Breaking for readers\n\n[^]*\n\n## \[0\.4\.1\] - 2026-01-01\n\n- old\n$/);
  });

  test("nothing happens without a change", async () => {
    makePackage("1.2.0");
    const { code, error } = await diff("spec/openapi.yaml", "spec/openapi.yaml", { apply: true, out: "pkg" });
    expect({ code, error }).toEqual({ code: 0, error: "pkg: 1.2.0 as it is\n" });
    expect(read("pkg/package.json")).toBe(packageText("1.2.0"));
  });

  test("the configuration names the package of a description", async () => {
    makePackage("1.2.0");
    write("openapi-sieve.config.json", JSON.stringify({ apis: { pets: { input: "spec/openapi.yaml", out: "pkg", names: { schemas: { pet: "Animal" } } } } }));
    const { out, error } = await diff("git:v1:spec/openapi.yaml", "spec/openapi.yaml", { apply: true });
    // and how it calls things
    expect(out).toContain("Animal.kind");
    expect(error).toContain("1.2.0 → 2.0.0");
    rmSync(path.join(folder, "openapi-sieve.config.json"));
  });
});
