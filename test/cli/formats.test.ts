import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { project } from "./support/project.js";

const description = `openapi: 3.1.0
info: { title: Firms, version: "1" }
paths: {}
components:
  schemas:
    Firm: { type: object, properties: { number: { type: string, format: firm-number }, seats: { type: integer, format: even } } }
`;

const modules = {
  "formats/firm-number.ts": "/** Six digits. */\nexport const isFirmNumber = (value: string): boolean => /^\\d{6}$/.test(value);\n",
  "formats/even.ts": "export function isEven(value: number): boolean {\n  return value % 2 === 0;\n}\n",
};

const formats = {
  "firm-number": { module: "formats/firm-number.ts", export: "isFirmNumber", phrase: "a number of six digits" },
  even: { module: "./formats/even.ts", export: "isEven", appliesTo: "number" },
};

const firms = (files: Readonly<Record<string, string>>, configured: object) =>
  project({
    "openapi.yaml": description,
    ...files,
    "openapi-sieve.config.json": JSON.stringify({ apis: { firms: { input: "openapi.yaml", out: "out" } }, formats: configured }),
  });

describe("formats of the configuration", () => {
  test("check values in the package, whose copy of the module needs nothing else", async () => {
    const { folder, run, read } = firms(modules, formats);
    expect(await run(["generate"])).toMatchObject({ code: 0, error: "" });
    expect(read("out/src/runtime/formats/custom/firm-number.ts")).toContain("Six digits.");
    const { validateFirm } = (await import(pathToFileURL(path.join(folder, "out/dist/index.js")).href)) as {
      validateFirm: (value: unknown) => object;
    };
    expect(validateFirm({ number: "123456", seats: 2 })).toEqual({ value: { number: "123456", seats: 2 } });
    expect(validateFirm({ number: "12", seats: 3 })).toEqual({
      issues: [
        { code: "format", path: ["number"], message: "must be a number of six digits" },
        { code: "format", path: ["seats"], message: "must be a valid even" },
      ],
    });
  });

  test("make the package anew when a module changes", async () => {
    const { run, write, read } = firms(modules, formats);
    await run(["generate"]);
    write("formats/firm-number.ts", modules["formats/firm-number.ts"].replace("{6}", "{7}"));
    expect((await run(["check"])).code).toBe(1);
    await run(["generate"]);
    expect(read("out/src/runtime/formats/custom/firm-number.ts")).toContain("{7}");
  });

  test.each([
    ["no file", {}, "there is no file"],
    ["JavaScript", { "formats/firm-number.js": "" }, "must be TypeScript"],
    ["another module", { "formats/firm-number.ts": 'import { x } from "./x.js";\nexport const isFirmNumber = x;\n' }, "imports another module"],
    ["no such function", { "formats/firm-number.ts": "export const isFirm = () => true;\n" }, "exports no function isFirmNumber"],
  ])("end with exit code 2 where there is %s", async (_, files, why) => {
    const [file = "formats/firm-number.ts"] = Object.keys(files);
    const { run } = firms(files, { "firm-number": { ...formats["firm-number"], module: file } });
    const { code, error } = await run(["generate"]);
    expect(error).toContain(`formats["firm-number"]: `);
    expect(error).toContain(why);
    expect(code).toBe(2);
  });

  test("are looked at before anything is read", async () => {
    const { run } = firms({}, { even: { module: "", exports: "isEven", appliesTo: "array" } });
    const { code, error } = await run(["generate"]);
    expect(error.match(/formats\["even"\]/g)).toHaveLength(3);
    expect(error).toContain('formats["even"] has no option "exports"; did you mean export?');
    expect(code).toBe(2);
  });
});
