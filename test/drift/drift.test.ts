import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeQualityReport } from "../../generator/diagnostics/code-quality.js";
import { githubAnnotation, withoutCommands } from "../../generator/diagnostics/github.js";
import { sarifLog } from "../../generator/diagnostics/sarif.js";
import type { Drift, FileDrift, PlacedChange } from "../../generator/drift/drift.js";
import { driftAnnotations, driftFindings, driftRules } from "../../generator/drift/drift-findings.js";
import { driftMarkdown } from "../../generator/drift/drift-markdown.js";
import { driftText } from "../../generator/drift/drift-text.js";
import { firstDifference, lineDiff } from "../../generator/drift/line-diff.js";
import { sarifSchema } from "../diagnostics/support/sarif-schema.js";

const change = (more: Partial<PlacedChange> = {}): PlacedChange => ({
  ...{ code: "operator-removed", class: "breaking for callers", rule: "Calls with the operator no longer compile.", bump: "major" },
  ...{ subject: "listPets where.name", detail: "in" },
  after: { pointer: "/paths/~1pets" },
  at: { file: "spec/pets.yaml", start: { offset: 10, line: 3, column: 5 }, end: { offset: 20, line: 3, column: 15 } },
  ...more,
});

const file = (more: Partial<FileDrift> = {}): FileDrift => ({ path: "src/pets.ts", kind: "outdated", before: "a\nb\nc\n", after: "a\nB\nc\n", ...more });

const drift = (more: Partial<Drift> = {}): Drift => ({
  ...{ name: "pets", input: "spec/pets.yaml", out: "api/pets", status: "drift" },
  meaning: { kind: "known", changes: [change()], bump: "major" },
  files: [file()],
  ...more,
});

const same: Drift = drift({ status: "same", files: [], meaning: { kind: "known", changes: [], bump: "none" } });

const unknown = (reason: string): Drift["meaning"] => ({ kind: "unknown", reason });

describe("the line that says what a drift comes to", () => {
  const line = (more: Partial<Drift>): string => driftText(drift(more), 50).split("\n")[0] ?? "";
  const none: Drift["meaning"] = { kind: "known", changes: [], bump: "none" };

  test.each<readonly [string, Partial<Drift>]>([
    ["pets: the API changes: 1 breaking for callers; a major version", {}],
    [
      "pets: the API changes: 1 breaking for callers, 2 compatible; a major version; 1 file was edited by hand",
      {
        meaning: { kind: "known", changes: [change({ class: "compatible" }), change(), change({ class: "compatible" })], bump: "major" },
        files: [file(), file({ kind: "edited" })],
      },
    ],
    ["pets: the API is the same; the text of 1 file differs", { meaning: none }],
    ["pets: the API is the same; the texts of 2 files differ; 2 files were edited by hand", { meaning: none, files: [file({ kind: "edited" }), file({ kind: "edited" })] }],
    ["pets: the API is the same; only the record of what was generated differs", { meaning: none, files: [file({ path: ".openapi-sieve/manifest.json" })] }],
    ["pets: the text of 1 file differs; older", { meaning: unknown("older") }],
    ["pets: there is no package in api/pets yet; it would have 1 file", { meaning: unknown("older"), files: [file({ kind: "missing" })] }],
  ])("%s", (expected, more) => {
    expect(line(more)).toBe(expected);
  });
});

test("as text: what breaks first, each change with its place and its rule, then the files, the record of the tool last", () => {
  const changes = [change({ class: "compatible", subject: "Pet.age", code: "field-added", detail: "integer", direction: "response", rule: "It is new." }), change()];
  const files = [file({ path: ".openapi-sieve/surface.json" }), file({ kind: "stale", path: "src/old.ts" }), file({ kind: "edited" })];
  expect(driftText(drift({ meaning: { kind: "known", changes, bump: "major" }, files }), 50)).toBe(`pets: the API changes: 1 breaking for callers, 1 compatible; a major version; 1 file was edited by hand
  breaking for callers
    listPets where.name  operator-removed  in (spec/pets.yaml:3:5)
      Calls with the operator no longer compile.
  compatible
    Pet.age  field-added (response)  integer (spec/pets.yaml:3:5)
      It is new.
api/pets/src/old.ts is left over
api/pets/src/pets.ts was edited by hand since it was generated; the edit will be overwritten
    @@ line 1 @@
     a
    -b
    +B
     c
api/pets/.openapi-sieve/surface.json is outdated
`);
});

test("what a name says already is not said again", () => {
  const changes = [change({ subject: "listPets where.name in" }), change({ subject: "Pet", detail: "Pet" }), change({ subject: "margin" })];
  expect(driftText(drift({ meaning: { kind: "known", changes, bump: "major" } }), 50).match(/^ {4}\S.*operator-removed.*$/gm)).toEqual([
    "    listPets where.name in  operator-removed (spec/pets.yaml:3:5)",
    "    Pet  operator-removed (spec/pets.yaml:3:5)",
    "    margin  operator-removed  in (spec/pets.yaml:3:5)",
  ]);
});

test("as text, only so many are shown, and the others are counted", () => {
  const changes = Array.from({ length: 5 }, () => change());
  const text = driftText(drift({ meaning: { kind: "known", changes, bump: "major" }, files: [file(), file({ path: "src/b.ts" }), file({ path: "src/c.ts" })] }), 2);
  expect(text).toContain("  … and 3 more changes; --max-diagnostics 0 shows all\n");
  expect(text).toMatch(/… and 1 more file\n$/);
});

describe("texts of descriptions", () => {
  const hostile = "x\u001b[31m\r\n::error::y <img src=x> @octocat #1 [a](https://x.test) | `code` ``` \u202e";
  const harmful = drift({
    meaning: { kind: "known", changes: [change({ subject: hostile, detail: hostile })], bump: "major" },
    files: [file({ before: "", after: `${hostile}\n` })],
    since: { revision: "main", meaning: unknown(hostile) },
  });

  test("move no cursor and end no line as text", () => {
    expect(driftText(harmful, 50)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
    for (const line of driftText(harmful, 50).split("\n")) expect(line).not.toMatch(/^::/);
  });

  test("are code as Markdown, and nothing else, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "``", "<b>", "@x", "#1", "[", "](y)", "\n", " ", "|", "*", "<!--", "a") }), (text) => {
        const report = driftMarkdown([drift({ meaning: { kind: "known", changes: [change({ subject: text, detail: text })], bump: "major" }, files: [file({ before: "", after: text })] })], "npx openapi-sieve generate");
        const outside = report.replace("### openapi-sieve", "").replaceAll(/^(`{3,})\w+\n[\s\S]*?^\1$/gm, "").replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
        expect(outside.replaceAll(/<\/?(?:details|summary|code)>|<br>/g, "")).not.toMatch(/[<>@#[\]`|]/);
      }),
    );
  });

  test("command no runner of GitHub", () => {
    for (const finding of driftAnnotations([harmful])) expect(githubAnnotation(finding).split(/[\r\n]/)).toHaveLength(1);
    expect(withoutCommands("a\n", "T")).toBe("::stop-commands::T\na\n::T::\n");
    expect(withoutCommands("", "T")).toBe("");
  });
});

describe("as Markdown", () => {
  test("a report has its changes, then its files folded, then the command", () => {
    const report = driftMarkdown([drift(), { ...same, name: "shops" }], "npx openapi-sieve generate");
    expect(report).toBe(`### openapi-sieve: 1 package is not what its description gives

\`pets\`: the API changes: 1 breaking for callers; a major version

**Breaking for callers**

- \`listPets where.name\` \`operator-removed\`: \`in\` \`spec/pets.yaml:3\`<br>Calls with the operator no longer compile.

1 file in \`api/pets\`:

<details>
<summary><code>api/pets/src/pets.ts</code> is outdated</summary>

\`\`\`diff
@@ line 1 @@
 a
-b
+B
 c
\`\`\`

</details>

\`\`\`sh
npx openapi-sieve generate
\`\`\`
`);
  });

  test("nothing to tell is told in a line", () => {
    expect(driftMarkdown([same], "x")).toBe("### openapi-sieve: the package is up to date\n");
    expect(driftMarkdown([same, same], "x")).toBe("### openapi-sieve: 2 packages are up to date\n");
    expect(driftMarkdown([{ ...same, status: "failed", meaning: unknown("errors") }], "x")).toContain("1 description has errors");
  });

  test("is never longer than GitHub takes, and counts what is left out", () => {
    const changes = Array.from({ length: 400 }, (_, index) => change({ subject: `Pet.field${index}`, detail: "ü".repeat(200) }));
    const files = Array.from({ length: 3000 }, (_, index) => file({ path: `src/schemas/s${index}.ts` }));
    const many = drift({ meaning: { kind: "known", changes: changes.slice(0, 50), bump: "major" }, files });
    const report = driftMarkdown([many], "npx openapi-sieve generate");
    expect(Buffer.byteLength(report)).toBeLessThanOrEqual(65_536);
    const shown = report.match(/<details>/g)?.length ?? 0;
    expect(shown).toBe(200);
    const listed = report.match(/^- `api\/pets/gm)?.length ?? 0;
    expect(report).toContain(`\n… and ${3000 - shown - listed} more files\n`);
    expect(report).toMatch(/```sh\nnpx openapi-sieve generate\n```\n$/);
    const all = driftMarkdown([drift({ meaning: { kind: "known", changes, bump: "major" }, files })], "x");
    expect(Buffer.byteLength(all)).toBeLessThanOrEqual(65_536);
    expect(all).toMatch(/\n… and \d+ more changes and 3000 more files\n/);
  });
});

describe("as findings", () => {
  const drifts = [drift({ files: [file(), file({ kind: "edited", path: "src/a.ts" }), file({ kind: "missing", path: "src/b.ts", before: undefined as never })] }), { ...same, name: "shops" }];

  test("there is one for each change and each file, at its first line that differs", () => {
    expect(driftFindings(drifts).map(({ code, file: at, range }) => [code, at, range?.start.line])).toEqual([
      ["operator-removed", "spec/pets.yaml", 3],
      ["drift-outdated", "api/pets/src/pets.ts", 2],
      ["drift-edited", "api/pets/src/a.ts", 2],
      ["drift-missing", "api/pets/src/b.ts", undefined],
    ]);
  });

  test("annotations are few: one for the package, and each edit by hand", () => {
    expect(driftAnnotations(drifts).map(({ code, severity }) => [code, severity])).toEqual([
      ["drift", "error"],
      ["drift-edited", "error"],
      ["operator-removed", "warning"],
    ]);
    expect(driftAnnotations(drifts)[0]?.message).toContain("api/pets/src/pets.ts is outdated");
  });

  test("what changes since a revision goes before what drifts", () => {
    const since = { revision: "main", meaning: { kind: "known" as const, changes: [change({ code: "field-removed" })], bump: "major" as const } };
    expect(driftFindings([drift({ since })]).map(({ code }) => code)).toEqual(["field-removed", "drift-outdated"]);
  });

  test("SARIF has the shape of version 2.1.0, and tells of every code", () => {
    const log = sarifLog(driftFindings(drifts), "1.2.3", driftRules(drifts)) as { runs: readonly { tool: { driver: { rules: readonly { id: string; help?: object }[] } } }[] };
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(sarifSchema);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const rules = log.runs.flatMap(({ tool }) => tool.driver.rules);
    expect(rules.map(({ id }) => id)).toEqual(["drift-edited", "drift-missing", "drift-outdated", "operator-removed"]);
    for (const rule of rules) expect(rule).toHaveProperty("help");
  });

  test("the report for GitLab has what it asks for, with fingerprints that lines do not change", () => {
    const report = (findings: ReturnType<typeof driftFindings>) => codeQualityReport(findings, "openapi.yaml", (text) => text) as readonly { fingerprint: string; location: { path: string; lines: { begin: number } } }[];
    const all = report(driftFindings(drifts));
    expect(all[0]).toEqual({
      description: "breaking for callers: listPets where.name: in\nhint: Calls with the operator no longer compile.",
      check_name: "operator-removed",
      fingerprint: expect.any(String) as string,
      severity: "minor",
      location: { path: "spec/pets.yaml", lines: { begin: 3 } },
    });
    const [first] = driftFindings(drifts);
    if (first === undefined) throw new Error("there is a finding");
    const moved = { ...first, range: { start: { line: 9, column: 1, offset: 90 }, end: { line: 9, column: 2, offset: 91 } } };
    expect(report([moved])[0]?.fingerprint).toBe(all[0]?.fingerprint);
    expect(new Set(report([first, first, moved]).map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(report([{ code: "file-missing", severity: "error", message: "none", notes: [] }])[0]?.location).toEqual({ path: "openapi.yaml", lines: { begin: 1 } });
  });
});

describe("lines that differ", () => {
  test("are shown up to a number, and the rest is counted", () => {
    const long = Array.from({ length: 40 }, (_, line) => `${line}\n`).join("");
    expect(lineDiff(file({ before: "", after: long }), 3)).toEqual(["@@ line 1 @@", "+0", "+1", "… 38 more lines"]);
  });

  test("are not looked for where there are very many", () => {
    const lines = (word: string): string => Array.from({ length: 5000 }, (_, line) => `${word}${line}\n`).join("");
    expect(lineDiff(file({ before: lines("a"), after: lines("b") }), 10)).toEqual(["… more than 500 lines"]);
  });

  test.each([
    ["a\nb\n", "a\nc\n", 2],
    ["a\n", "a\nb\n", 2],
    ["a\nb", "a", 2],
    ["", "a", 1],
    ["a", "a\nb", 1],
  ])("%j and %j: the first is line %i", (before, after, line) => {
    expect(firstDifference({ path: "x", kind: "outdated", before, after })).toBe(line);
  });
});
