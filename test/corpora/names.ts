import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCollector } from "../../generator/diagnostics/collector.js";
import type { GeneratedFile, Tools } from "../../generator/generate-package.js";
import { readText } from "../../generator/source/read-text.js";
import { jsonOf, reordered } from "../support/shuffled.js";
import { corpora, documents, measure, type Measured } from "./measure.js";

/** The document in another order; as it is where it cannot be read. */
const textOf = (document: string, seed: number): string => {
  const text = readFileSync(path.join(corpora, document), "utf8");
  const read = readText({ path: document, text }, createCollector().report);
  return read === undefined ? text : jsonOf(reordered(read.value, seed));
};

/** A folder like that of the corpora, with every document in another order: what refers to others finds them. */
export const reorderedCorpora = (seed: number): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), "corpora-reordered-"));
  for (const document of documents()) {
    const file = path.join(folder, document);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, textOf(document, seed));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const declared = /^export (?:declare |abstract |async )*(?:const|let|function\*?|type|interface|class|enum|namespace) ([\w$]+)/gm;

/** Names, as `X as Y` where they are renamed. */
const listed = /^export (?:type )?\{([^}]*)\}/gm;

const exportsOf = (text: string): readonly string[] => {
  const lists = [...text.matchAll(listed)].flatMap(([, names = ""]) => names.split(",").map((name) => name.replace(/^\s*type\s/, "").trim()));
  return [...[...text.matchAll(declared)].map(([, name = ""]) => name), ...lists].filter((name) => name !== "").sort();
};

/** Each module with each name that it exports. */
export const namesOf = (files: readonly GeneratedFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ path: file, text }) => [file, ...exportsOf(text).map((name) => `${file} ${name}`)]));

/** What became of the document in another order: names that are gone (`-`) and new ones (`+`), and other counts. */
export const differences = async (before: Measured, tools: Tools, folder: string): Promise<readonly string[]> => {
  const after = await measure(before.row.document, tools, folder);
  const [old, made] = [namesOf(before.files), namesOf(after.files)];
  const told = ({ row }: Measured): string => {
    const { files, characters, diagnostics, ...counts } = row;
    return JSON.stringify({ ...counts, diagnostics: [...diagnostics] });
  };
  return [
    ...[...old].filter((name) => !made.has(name)).map((name) => `- ${name}`),
    ...[...made].filter((name) => !old.has(name)).map((name) => `+ ${name}`),
    ...(told(before) === told(after) ? [] : [`- ${told(before)}`, `+ ${told(after)}`]),
  ];
};
