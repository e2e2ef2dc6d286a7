import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { generateWith } from "../../../generator/generate.js";
import { loadTools } from "../../../generator/tools.js";
import { compileStrict } from "../../support/compile-strict.js";

/** A description that says `word` wherever it may say what it likes: tables of the tool must not find what every object inherits. */
const description = (word: string) => ({
  openapi: "3.1.0",
  info: { title: word, version: word },
  [word]: {},
  tags: [{ name: word }],
  paths: {
    "/things": {
      get: {
        operationId: word,
        tags: [word],
        parameters: [
          { name: "a", in: "query", style: word, schema: { type: "string", format: word } },
          { name: "b", in: "query", style: "form", schema: { type: "array", items: { type: "integer", format: word } } },
          { name: `c__${word}`, in: "query", schema: { type: "string", format: word } },
          { name: "c__gte", in: "query", schema: { type: "string", format: word } },
          { name: `d[${word}]`, in: "query", schema: { type: "string" } },
          { name: "d[lt]", in: "query", schema: { type: "string" } },
          { name: word, in: "header", schema: { type: "string", format: word } },
        ],
        requestBody: { content: { [`application/${word}`]: { schema: { type: "string", contentEncoding: word, contentMediaType: word } } } },
        responses: { 200: { description: "fine", headers: { [word]: { schema: { type: "string", format: word } } }, content: { "application/json": { schema: { $ref: `#/components/schemas/${word}` } } } } },
      },
    },
  },
  components: {
    schemas: {
      [word]: { type: "object", [word]: word, properties: { [word]: { type: "string", format: word }, kind: { enum: [word] } }, required: [word], dependentRequired: { [word]: ["kind"] } },
    },
    securitySchemes: { [word]: { type: "apiKey", in: "header", name: word } },
  },
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])("%s may stand anywhere", async (word) => {
  const tools = await loadTools();
  const folder = mkdtempSync(path.join(tmpdir(), "inherited-names-"));
  try {
    const input = path.join(folder, "description.json");
    writeFileSync(input, JSON.stringify(description(word)));
    for (const only of [undefined, [word]]) {
      const { files, diagnostics } = await generateWith({ input, name: "things", build: true, ...(only === undefined ? {} : { only }) }, async () => tools);
      expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`)).toEqual([]);
      const sources = new Map(files.filter((file) => /^src\/.*\.ts$/.test(file.path)).map((file) => [`/${file.path}`, file.text] as const));
      expect(compileStrict(sources).map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
