import type { Report } from "../diagnostics/collector.js";
import type { Place } from "../diagnostics/place.js";
import type { SourceFile } from "./document.js";
import { conflictMark } from "./conflict-mark.js";
import { createPlacer, type Placer } from "./placer.js";
import { type Pointer, tokens } from "./pointer.js";
import { createJsonPlaces, type JsonPlaces } from "./json-places.js";
import { type JsonReading, readJson, type RepeatedKey } from "./read-json.js";
import { readYaml } from "./read-yaml.js";
import { createIndexOf, type Span, type SpannedValue, spansOf } from "./spans.js";
import { isSourceArray, isSourceObject, type SourceValue } from "./value.js";

/** A file that was read. */
export interface ReadText {
  readonly file: SourceFile;
  readonly value: SourceValue;
  /** The place of what a pointer leads to, or of the nearest parent that exists. */
  readonly locate: (pointer: Pointer, part?: "key" | "value") => Place;
}

const looksLikeJson = ({ path, text }: SourceFile): boolean => path.endsWith(".json") || /^\s*[{[]/.test(text);

const inYaml = ({ value, span, table }: SpannedValue, place: Placer): ReadText["locate"] => {
  const indexOf = createIndexOf();
  return (pointer, part = "value") => {
    let current: SourceValue | undefined = value;
    let found: Span = span;
    const path = tokens(pointer);
    for (const [depth, token] of path.entries()) {
      if (!isSourceObject(current) && !isSourceArray(current)) break;
      const index = indexOf(current, token);
      const spans = index < 0 ? undefined : spansOf(table, current, index);
      if (spans === undefined) break;
      found = part === "key" && depth === path.length - 1 ? spans.key : spans.value;
      current = isSourceObject(current) ? current.get(token) : current[index];
    }
    return place(found.start, found.end);
  };
};

const inJson = ({ at }: JsonPlaces, root: Span, place: Placer): ReadText["locate"] => (pointer, part = "value") => {
  const path = tokens(pointer);
  let found = root;
  for (const [depth, token] of path.entries()) {
    const spans = at(found.start, token);
    if (spans === undefined) break;
    found = part === "key" && depth === path.length - 1 ? spans.key : spans.value;
  }
  return place(found.start, found.end);
};

const reportRepeated = ({ object, name, key }: RepeatedKey, { at }: JsonPlaces, place: Placer, report: Report): void => {
  const first = at(object, name)?.key;
  report("json-duplicate-key", {
    message: `the key ${JSON.stringify(name)} is written twice`,
    place: place(key.start, key.end),
    notes: first === undefined ? [] : [{ message: "first written here", place: place(first.start, first.end) }],
  });
};

const asJson = (file: SourceFile, { value, span, faults, repeated }: JsonReading, place: Placer, report: Report): ReadText | undefined => {
  for (const { code, offset, ...finding } of faults) report(code, { ...finding, place: place(offset, offset + 1) });
  if (faults.length > 0) return undefined;
  const places = createJsonPlaces(file.text);
  for (const one of repeated) reportRepeated(one, places, place, report);
  return { file, value, locate: inJson(places, span, place) };
};

/** The value of a file's text; undefined after a report. */
export const readText = (file: SourceFile, report: Report): ReadText | undefined => {
  const place = createPlacer(file);
  if (file.text.trim() === "") {
    report("file-empty", { message: "the file is empty", place: place(0, 0) });
    return undefined;
  }
  const conflict = conflictMark(file.text);
  if (conflict !== undefined) {
    report(looksLikeJson(file) ? "json-syntax" : "yaml-syntax", {
      message: "a merge conflict is not resolved: what stands between `<<<<<<<` and `>>>>>>>` is there twice",
      place: place(conflict.start, conflict.end),
      hint: "keep one of the two sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
    });
    return undefined;
  }
  const json = looksLikeJson(file) ? readJson(file.text) : undefined;
  // YAML in flow style begins like JSON; what is no JSON is left to the parser that knows both
  if (json !== undefined && (file.path.endsWith(".json") || json.faults.length === 0)) return asJson(file, json, place, report);
  const spanned = readYaml(file.text, place, report);
  return spanned === undefined ? undefined : { file, value: spanned.value, locate: inYaml(spanned, place) };
};
