import type { Report } from "../diagnostics/collector.js";
import type { Place } from "../diagnostics/place.js";
import type { SourceFile } from "./document.js";
import { createPlacer, type Placer } from "./placer.js";
import { type Pointer, tokens } from "./pointer.js";
import { type JsonReading, readJson } from "./read-json.js";
import { readYaml } from "./read-yaml.js";
import { createIndexOf, type Span, type SpannedValue, spansOf } from "./spans.js";
import { isSourceArray, isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "./value.js";

/** A file that was read. */
export interface ReadText {
  readonly file: SourceFile;
  readonly value: SourceValue;
  /** The place of what a pointer leads to, or of the nearest parent that exists. */
  readonly locate: (pointer: Pointer, part?: "key" | "value") => Place;
}

const looksLikeJson = ({ path, text }: SourceFile): boolean => path.endsWith(".json") || /^\s*[{[]/.test(text);

/** JSON with the places of all its parts. Only read so when a place is asked for. */
const spannedJson = (text: string, place: Placer, report: Report): SpannedValue => {
  const table = new Map<SourceObject | SourceArray, number[]>();
  const indexOf = createIndexOf();
  const offsetsOf = (container: SourceObject | SourceArray): number[] => {
    const known = table.get(container) ?? [];
    table.set(container, known);
    return known;
  };
  const repeats: { readonly container: SourceObject; readonly name: string; readonly key: Span }[] = [];
  const { value, span } = readJson(text, {
    member: (container, key, at) => void offsetsOf(container).push(key.start, key.end, at.start, at.end),
    repeated: (container, name, key) => void repeats.push({ container, name, key }),
  });
  for (const { container, name, key } of repeats) {
    const first = spansOf(table, container, indexOf(container, name));
    report("json-duplicate-key", {
      message: `the key ${JSON.stringify(name)} is written twice`,
      place: place(key.start, key.end),
      notes: first === undefined ? [] : [{ message: "first written here", place: place(first.key.start, first.key.end) }],
    });
  }
  return { value, span, table };
};

const locator = (spanned: () => SpannedValue, place: Placer): ReadText["locate"] => {
  const indexOf = createIndexOf();
  return (pointer, part = "value") => {
    const { value, span, table } = spanned();
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

const asJson = (file: SourceFile, reading: JsonReading, place: Placer, report: Report): ReadText | undefined => {
  const { value, faults, hasRepeatedKeys } = reading;
  for (const { code, message, offset } of faults) report(code, { message, place: place(offset, offset + 1) });
  if (faults.length > 0) return undefined;
  if (hasRepeatedKeys) spannedJson(file.text, place, report);
  let spanned: SpannedValue | undefined;
  return { file, value, locate: locator(() => (spanned ??= spannedJson(file.text, place, () => {})), place) };
};

/** The value of a file's text; undefined after a report. */
export const readText = (file: SourceFile, report: Report): ReadText | undefined => {
  const place = createPlacer(file);
  if (file.text.trim() === "") {
    report("file-empty", { message: "the file is empty", place: place(0, 0) });
    return undefined;
  }
  const json = looksLikeJson(file) ? readJson(file.text) : undefined;
  // YAML in flow style begins like JSON; what is no JSON is left to the parser that knows both
  if (json !== undefined && (file.path.endsWith(".json") || json.faults.length === 0)) return asJson(file, json, place, report);
  const spanned = readYaml(file.text, place, report);
  return spanned === undefined ? undefined : { file, value: spanned.value, locate: locator(() => spanned, place) };
};
