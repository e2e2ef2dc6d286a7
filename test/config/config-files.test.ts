import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { withImports } from "../../generator/config/config-files.js";

const folder = mkdtempSync(path.join(tmpdir(), "config-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  "config.ts": 'import { a } from "./apis";\nexport * from \'./shared/b.js\';\nimport "package";\nconst c = await import("./c.mjs");\nrequire("./data.json");\nimport("./config.ts");\n',
  "apis/index.ts": 'import type { X } from "../missing.js";\n',
  "shared/b.ts": 'import { a } from "../config";\n',
  "c.mjs": "",
  "data.json": '{ "text": "from \\"./no\\"" }',
};

test("imports are followed by their texts: through folders, circles and what is not there", () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const found = withImports([path.join(folder, "config.ts")]).map((file) => path.relative(folder, file).split(path.sep).join("/"));
  expect(found).toEqual(expect.arrayContaining(["config.ts", "apis/index.ts", "shared/b.js", "shared/b.ts", "c.mjs", "data.json", "missing.js", "missing.ts"]));
  // what would be taken instead of the folder's index, should it appear
  expect(found).toContain("apis.ts");
  expect(found).not.toContain("no");
  expect(found.filter((file) => file.startsWith("package"))).toEqual([]);
});
