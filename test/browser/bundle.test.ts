import { expect, test } from "vitest";
import { bundlePage } from "./support/bundle-page.js";

const entries = ["lists-page.ts", "writes-page.ts", "taxfiling-page.ts"];

test.each(entries)("%s needs nothing that only Node has", async (entry) => {
  const { text, files } = await bundlePage(entry);
  expect(text).not.toMatch(/\bnode:|\brequire\(|\bprocess\.|\bBuffer\b|\beval\(|new Function\b/);
  // built, not the sources
  expect(files.filter((file) => !file.startsWith("test/browser/page/") && !/^generated\/[^/]+\/dist\//.test(file))).toEqual([]);
  expect(files.some((file) => file.endsWith("/dist/client.js"))).toBe(true);
});

test("what does need Node is no bundle for a browser", async () => {
  await expect(bundlePage("../support/page-server.ts")).rejects.toThrow(/node:http/);
});
