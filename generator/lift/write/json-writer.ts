import { createJsonPlaces, type JsonPlaces } from "../../source/json-places.js";
import { jsonOf } from "../../source/json-of.js";
import type { Span } from "../../source/spans.js";
import { type Pointer, tokens } from "../../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "../../source/value.js";
import { flowMember, type FlowStyle, flowText } from "./flow-text.js";
import { allEdits, indentOfItem, lineBefore, lineBreakOf, noPlace, type Refused, type TextEdit, type TextWriter } from "./text-edit.js";

interface Writing {
  readonly text: string;
  readonly places: JsonPlaces;
  readonly lineBreak: string;
  /** One step of indentation; empty in a file of one line. */
  readonly unit: string;
}

/** An object or list, and where it stands. */
interface Container<Value extends SourceObject | SourceArray> {
  readonly value: Value;
  readonly span: Span;
  readonly depth: number;
}

const insertion = (offset: number, text: string, depth: number): TextEdit => ({ start: offset, end: offset, text, depth });

/** Members or items behind the last of a container, laid out as those before. `write` gives one, its lines after the first indented by `indent`. */
const append = (last: Span | undefined, container: Container<SourceObject | SourceArray>, count: number, write: (index: number, style: FlowStyle | string) => string, { text, lineBreak, unit }: Writing): TextEdit => {
  const { span, depth } = container;
  const parts = (style: FlowStyle | string): readonly string[] => Array.from({ length: count }, (_, index) => write(index, style).replaceAll("\n", lineBreak));
  const indent = last === undefined ? undefined : indentOfItem(text, last.start);
  if (last !== undefined && indent !== undefined) return insertion(last.end, parts(indent).map((part) => `,${lineBreak}${indent}${part}`).join(""), depth);
  if (last !== undefined || unit === "") {
    const style = { isQuoted: true, isSpaced: /^[^"]*[:,][ \t]|"\s*[:,][ \t]/.test(text.slice(span.start, span.end)) };
    const comma = style.isSpaced ? ", " : ",";
    const joined = parts(style).join(comma);
    return insertion(last?.end ?? span.start + 1, last === undefined ? joined : comma + joined, depth);
  }
  const outer = /^[ \t]*/.exec(lineBefore(text, span.start))?.[0] ?? "";
  const inner = outer + unit;
  return { start: span.start + 1, end: span.end - 1, text: `${parts(inner).map((part) => lineBreak + inner + part).join(",")}${lineBreak}${outer}`, depth };
};

const memberText = ([key, value]: readonly [string, SourceValue], style: FlowStyle | string, unit: string): string =>
  typeof style === "string" ? `${JSON.stringify(key)}: ${jsonOf(value, unit, style)}` : flowMember(key, value, style);

const itemText = (value: SourceValue, style: FlowStyle | string, unit: string): string => (typeof style === "string" ? jsonOf(value, unit, style) : flowText(value, style));

const mergeList = (list: Container<SourceArray>, items: SourceArray, writing: Writing): readonly TextEdit[] => {
  if (items.length === 0) return [];
  const last = list.value.length === 0 ? undefined : writing.places.at(list.span.start, String(list.value.length - 1))?.value;
  return [append(last, list, items.length, (index, style) => itemText(items[index] ?? null, style, writing.unit), writing)];
};

const mergeMember = (key: string, own: SourceValue, update: SourceValue, object: Container<SourceObject>, writing: Writing): readonly TextEdit[] | Refused => {
  const span = writing.places.at(object.span.start, key)?.value;
  const depth = object.depth + 1;
  if (span !== undefined && isSourceObject(own) && isSourceObject(update)) return mergeObject({ value: own, span, depth }, update, writing);
  if (span !== undefined && isSourceArray(own) && isSourceArray(update)) return mergeList({ value: own, span, depth }, update, writing);
  if (jsonOf(own) === jsonOf(update)) return [];
  return { refused: `\`${key}\` stands there already, and says something else` };
};

const mergeObject = (object: Container<SourceObject>, update: SourceObject, writing: Writing): readonly TextEdit[] | Refused => {
  const { value, span } = object;
  const added = [...update].filter(([key]) => !value.has(key));
  const merged = [...update].flatMap(([key, member]) => {
    const own = value.get(key);
    return own === undefined ? [] : [mergeMember(key, own, member, object, writing)];
  });
  const lastKey = [...value.keys()].at(-1);
  const last = lastKey === undefined ? undefined : writing.places.at(span.start, lastKey);
  const lastSpan = last === undefined ? undefined : { start: last.key.start, end: last.value.end };
  const appended = added.length === 0 ? [] : [append(lastSpan, object, added.length, (index, style) => memberText(added[index] ?? ["", null], style, writing.unit), writing)];
  return allEdits([...merged, appended]);
};

/** Edits a JSON text with the layout that is there. */
export const jsonWriter = (text: string): TextWriter => {
  const writing: Writing = { text, places: createJsonPlaces(text), lineBreak: lineBreakOf(text), unit: /\n([ \t]+)"/.exec(text)?.[1] ?? "" };
  const root: Span = { start: text.search(/\S/), end: text.trimEnd().length };
  const spanAt = (pointer: Pointer): Span | undefined =>
    tokens(pointer).reduce<Span | undefined>((span, token) => (span === undefined ? undefined : writing.places.at(span.start, token)?.value), root);
  return {
    merge: (target, pointer, update) => {
      const span = spanAt(pointer);
      return span === undefined ? noPlace : mergeObject({ value: target, span, depth: tokens(pointer).length }, update, writing);
    },
    replace: (pointer, value) => {
      const span = spanAt(pointer);
      if (span === undefined) return noPlace;
      const indent = /^[ \t]*/.exec(lineBefore(text, span.start))?.[0] ?? "";
      const replaced = writing.unit === "" ? flowText(value, { isQuoted: true, isSpaced: false }) : jsonOf(value, writing.unit, indent).replaceAll("\n", writing.lineBreak);
      return [{ ...span, text: replaced, depth: tokens(pointer).length }];
    },
  };
};
