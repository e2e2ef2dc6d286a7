import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rendered } from "../../generator/findings.js";
import { generateWith } from "../../generator/generate.js";
import { loadLightTools } from "./support/light-tools.js";

const folder = fileURLToPath(new URL("./silent", import.meta.url));

test.each(readdirSync(folder))("%s is right, although it looks wrong", async (input) => {
  const result = await generateWith({ input, cwd: folder, name: "pets" }, loadLightTools);
  expect(rendered(result, false, 50)).toBe("");
  expect(result.files).not.toEqual([]);
});
