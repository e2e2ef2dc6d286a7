import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documents, measure, type Row } from "./measure.js";
import { differences, reorderedCorpora } from "./names.js";
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

/** Every so many of them; `npm run corpora -- --reorder 1` compares all. */
const sample = all.filter((_, index) => index % 15 === 0);

test.skipIf(all.length === 0)("names stay where documents are written in another order", { timeout: 300_000 }, async () => {
  const { tools, all: loaded } = await unformatted();
  const { folder, remove } = reorderedCorpora(2);
  const found: string[] = [];
  for (const document of sample) found.push(...(await differences(await measure(document, tools), tools, folder)).map((line) => `${document}: ${line}`));
  remove();
  await loaded.close();
  expect(found).toEqual([]);
});
