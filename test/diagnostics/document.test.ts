import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { catalog } from "../../generator/diagnostics/catalog.js";
import { diagnosticsDocument, documentedCodes } from "./support/document.js";

test("docs/diagnostics.md is what catalogue and fixtures give: npm run docs:diagnostics", async () => {
  expect([...documentedCodes].sort()).toEqual(Object.keys(catalog).sort());
  const text = diagnosticsDocument();
  // every code has an example
  expect(text).not.toContain("```\n\n```");
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL("../../docs/diagnostics.md", import.meta.url)));
});
