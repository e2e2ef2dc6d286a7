import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { githubAnnotation } from "../../generator/diagnostics/github.js";
import { reported } from "../../generator/diagnostics/report.js";
import { sarifLog } from "../../generator/diagnostics/sarif.js";
import { sarifSchema } from "./support/sarif-schema.js";

const place = (file: string, line: number, column: number, length: number): NonNullable<Diagnostic["place"]> => ({
  file,
  start: { offset: 100 + column, line, column },
  end: { offset: 100 + column + length, line, column: column + length },
});

const full: Diagnostic = {
  code: "ref-unresolved",
  severity: "error",
  message: "100% wrong: a, b\r\n::error::x",
  target: { pointer: "/paths/~1a" },
  place: place("spec/a b,c:d%.yaml", 3, 5, 4),
  notes: [{ message: "first, here", place: place("b.yaml", 9, 2, 1) }, { message: "a fact" }],
  hint: 'did you mean "x"?',
};

const placeless: Diagnostic = { code: "file-missing", severity: "error", message: "none", notes: [] };

const warning: Diagnostic = { ...full, code: "format-unknown", severity: "warning", message: "plain", notes: [] };

const data = [full, placeless, warning].map((diagnostic) => reported(diagnostic, () => undefined));

const [first, second] = data;

describe("as GitHub annotations", () => {
  const annotation = (index: number): string => githubAnnotation(data[index]!);

  test("everything that would end the command or a property is escaped", () => {
    expect(annotation(0)).toBe(
      "::error file=spec/a b%2Cc%3Ad%25.yaml,line=3,endLine=3,col=5,endColumn=9,title=ref-unresolved::" +
        '100%25 wrong: a, b%0D%0A::error::x%0Ab.yaml:9:2 note: first, here%0Anote: a fact%0Ahint: did you mean "x"?',
    );
  });

  test("no place, no properties of one", () => {
    expect(annotation(1)).toBe("::error title=file-missing::none");
  });

  test("warnings are warnings, and a place of several lines has no end column", () => {
    expect(annotation(2)).toMatch(/^::warning file=/);
    const wide = reported({ ...warning, place: { ...place("a", 1, 1, 1), end: { offset: 9, line: 4, column: 2 } } }, () => undefined);
    expect(githubAnnotation(wide)).toBe('::warning file=a,line=1,endLine=4,col=1,title=format-unknown::plain%0Ahint: did you mean "x"?');
  });
});

describe("as data", () => {
  const schema: unknown = JSON.parse(readFileSync(new URL("../../generator/schemas/output.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(schema as object);

  test("matches the schema of the output", () => {
    expect(validate({ version: 1, apis: [{ name: "a", out: "b", written: 0, removed: 0, unchanged: 0, diagnostics: data }] })).toBe(true);
    expect(validate({ version: 1, apis: [{ name: "a", out: "b", diagnostics: [{ ...first, file: undefined, range: { start: 1 } }] }] })).toBe(false);
  });

  test("texts stay as they are, places are resolved", () => {
    expect(first).toMatchObject({
      message: full.message,
      file: "spec/a b,c:d%.yaml",
      range: { start: { line: 3, column: 5, offset: 105 }, end: { line: 3, column: 9, offset: 109 } },
      pointer: "/paths/~1a",
      notes: [{ message: "first, here", file: "b.yaml" }, { message: "a fact" }],
    });
    expect(second).toEqual({ code: "file-missing", severity: "error", message: "none", notes: [] });
  });
});

describe("as SARIF", () => {
  const log = sarifLog(data, "1.2.3");

  test("has the shape of version 2.1.0", () => {
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(sarifSchema);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("no text is a link", () => {
    const message = "a[0] is none, [here](https://x.test) would be";
    const text = "a[0] is none, [here] (https://x.test) would be";
    const hostile = sarifLog([reported({ ...warning, message, notes: [{ message }] }, () => undefined)], "1.2.3");
    expect(hostile).toMatchObject({ runs: [{ results: [{ message: { text: `${text}\nhint: did you mean "x"?` }, relatedLocations: [{ message: { text } }] }] }] });
  });

  test("each result names its rule, its place and what belongs to it", () => {
    expect(log).toMatchObject({
      runs: [
        {
          tool: { driver: { version: "1.2.3", rules: [{ id: "file-missing" }, { id: "format-unknown" }, { id: "ref-unresolved" }] } },
          results: [
            {
              ruleId: "ref-unresolved",
              ruleIndex: 2,
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "spec/a%20b%2Cc%3Ad%25.yaml" },
                    region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9, charOffset: 105, charLength: 4 },
                  },
                },
              ],
              relatedLocations: [{ id: 0, message: { text: "first, here" } }, { id: 1 }],
            },
            { ruleId: "file-missing", locations: [] },
            { ruleId: "format-unknown", level: "warning" },
          ],
        },
      ],
    });
  });

  test("absolute paths and URLs are URIs", () => {
    const uris = ["/tmp/ä.yaml", "https://example.org/a.yaml"].map((file) =>
      JSON.stringify(sarifLog([reported({ ...warning, place: place(file, 1, 1, 1) }, () => undefined)], "1")),
    );
    expect(uris[0]).toContain('"uri":"file:///tmp/%C3%A4.yaml"');
    expect(uris[1]).toContain('"uri":"https://example.org/a.yaml"');
  });
});
