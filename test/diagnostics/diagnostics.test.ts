import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { rendered } from "../../generator/findings.js";
import { readEmitters } from "../../generator/config/read-emitters.js";
import { readingOf } from "../../generator/config/reading.js";
import { documentation } from "../../generator/diagnostics/catalog/documentation.js";
import { catalog } from "../../generator/diagnostics/catalog.js";
import { generateWith } from "../../generator/generate.js";
import type { AllTools } from "../../generator/tools.js";
import { fixtures } from "./support/fixture.js";
import { loadLightTools } from "./support/light-tools.js";

describe("every diagnostic of the catalogue", () => {
  test("has a fixture", () => {
    // texts of documentation are no descriptions: test/lift/from-docs reads those
    const codes = Object.keys(catalog).filter((code) => !Object.hasOwn(documentation, code));
    expect([...new Set(fixtures.map(({ code }) => code))]).toEqual(codes.sort());
  });
});

describe.each(fixtures)("$name", ({ code, folder, input, overlays, reading, names, only, emitters }) => {
  let tools: AllTools;
  const read = readEmitters(emitters, "", folder);
  const own = "emitters" in read ? { emitters: read.emitters } : {};

  beforeAll(async () => {
    tools = await loadLightTools();
  });

  test("is reported as a user sees it", async () => {
    const result = await generateWith({ input, cwd: folder, name: "pets", names, ...own, ...readingOf({ overlays, only }, reading) }, async () => tools);
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    await expect(rendered(result, false, 50)).toMatchFileSnapshot(join(folder, "expected.txt"));
  });

  test("stops the generator exactly if it is an error", async () => {
    const result = await generateWith({ input, cwd: folder, name: "pets", names, ...own, ...readingOf({ overlays, only }, reading) }, async () => tools);
    expect(result.files.length === 0).toBe(result.diagnostics.some(({ severity }) => severity === "error"));
  });
});
