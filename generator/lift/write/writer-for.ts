import { createCollector } from "../../diagnostics/collector.js";
import type { SourceFile } from "../../source/document.js";
import { jsonOf } from "../../source/json-of.js";
import { readText } from "../../source/read-text.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../../source/value.js";
import { jsonWriter } from "./json-writer.js";
import type { TextWriter } from "./text-edit.js";
import { yamlWriter } from "./yaml-writer.js";

const isParsed = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The writer for the language that a file is read as. */
export const writerFor = ({ path, text }: SourceFile): TextWriter => (path.endsWith(".json") || (/^\s*[{[]/.test(text) && isParsed(text)) ? jsonWriter(text) : yamlWriter(text));

/** Members in one order: what `<<` brings comes before or after what is beside it. */
const sorted = (value: SourceValue): SourceValue => {
  if (isSourceArray(value)) return value.map(sorted);
  return isSourceObject(value) ? new Map([...value].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([key, member]) => [key, sorted(member)])) : value;
};

/** Is the edited text read as what it has to say, and nothing else? */
export const saysExactly = (file: SourceFile, wanted: SourceValue): boolean => {
  const read = readText(file, createCollector(new Map()).report);
  return read !== undefined && jsonOf(sorted(read.value)) === jsonOf(sorted(wanted));
};
