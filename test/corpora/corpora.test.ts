import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documents, measure, type Row } from "./measure.js";
import { corporaDocument } from "./table.js";
import { unformatted } from "./tools.js";

const all = documents();

// where the documents are not, docs/corpora.md cannot be compared with anything
test.skipIf(all.length === 0)("docs/corpora.md says what becomes of every document; none ends in an exception", { timeout: 900_000 }, async () => {
  const { tools, all: loaded } = await unformatted();
  const rows: Row[] = [];
  for (const document of all) rows.push((await measure(document, tools)).row);
  await loaded.close();
  expect(corporaDocument(rows).split("\n")).toEqual(readFileSync("docs/corpora.md", "utf8").split("\n"));
});
