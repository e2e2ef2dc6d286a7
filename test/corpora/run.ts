import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { corpora, documents, measure, type Measured } from "./measure.js";
import { corporaDocument, details, diagnosticsTable, summary } from "./table.js";
import { unformatted } from "./tools.js";

// npm run corpora [-- --only TEXT --write --out DIR]
const { values } = parseArgs({ options: { only: { type: "string", default: "" }, write: { type: "boolean" }, out: { type: "string" } } });

const save = (folder: string, { row, files }: Measured): void => {
  for (const { path: file, text } of files) {
    const target = path.join(folder, row.document.replaceAll(/[^\w.-]+/g, "_"), file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
};

const run = async (): Promise<void> => {
  const wanted = documents().filter((document) => document.includes(values.only));
  if (wanted.length === 0) return console.log(`corpora: skipped, there are no documents in ${corpora}; name another folder in CORPORA`);
  const { tools, all } = await unformatted();
  const measured: Measured[] = [];
  for (const document of wanted) {
    const one = await measure(document, tools);
    if (values.out !== undefined) save(values.out, one);
    measured.push({ ...one, files: [] });
  }
  await all.close();
  const rows = measured.map(({ row }) => row);
  const times = new Map(measured.map(({ row, milliseconds }) => [row.document, milliseconds]));
  console.log(`${details(rows, times)}\n\n${diagnosticsTable(rows)}\n\n${summary(rows)}`);
  if (values.write === true) writeFileSync("docs/corpora.md", corporaDocument(rows));
};

await run();
