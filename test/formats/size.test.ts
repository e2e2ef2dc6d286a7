import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { type FormatName, formats } from "../../generator/formats/index.js";

const resolveDir = fileURLToPath(new URL("../../templates/", import.meta.url));

/** Bytes of a bundle with these formats, minified and gzipped. */
const sizeOf = async (names: readonly FormatName[]): Promise<number> => {
  const contents = names
    .map((name) => `export { ${formats[name].export} } from "./${formats[name].module}.js";`)
    .join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
};

test("the formats that most bodies use stay below 600 bytes together", async () => {
  expect(await sizeOf(["date", "date-time", "email", "uuid"])).toBeLessThan(600);
});

test("a format that is imported and not used leaves nothing behind", async () => {
  const contents = Object.values(formats)
    .map(({ module }) => `import "./${module}.js";`)
    .join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  expect(outputFiles[0]?.text.trim()).toBe("");
});
