import { jsonOf } from "../../source/json-of.js";
import { parent, type Pointer, tokens } from "../../source/pointer.js";
import { stringifyYaml, type YamlLayout } from "../../source/stringify.js";
import { isSourceArray, isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "../../source/value.js";
import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "../../source/yaml.js";
import { flowMember, type FlowStyle, flowText } from "./flow-text.js";
import { allEdits, indentOfItem, lineBefore, lineBreakOf, noPlace, type Refused, type TextEdit, type TextWriter } from "./text-edit.js";

interface Writing {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lineBreak: string;
  readonly layout: YamlLayout;
}

/** How much further what is inside stands, and whether lists in objects stand further too, as most of the text has it. */
const layoutOf = (text: string): YamlLayout => {
  const [, outer = "", inner = ""] = /^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( +)[^\s#-]/m.exec(text) ?? [];
  const indented = text.match(/^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1 +- /gm)?.length ?? 0;
  const flush = text.match(/^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /gm)?.length ?? 0;
  // lists that stand below their key leave room for two spaces only
  if (flush > indented) return { indent: 2, indentSeq: false };
  return { indent: inner.length > outer.length ? inner.length - outer.length : 2, indentSeq: true };
};

const rangeOf = (node: unknown): readonly [number, number] | undefined => {
  const range: unknown = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  if (!Array.isArray(range)) return undefined;
  const [start, end]: readonly unknown[] = range;
  return typeof start === "number" && typeof end === "number" ? [start, end] : undefined;
};

/** Behind the last character of a node: what the parser counts to it are comments and line breaks as well. */
const endOf = (node: unknown): number | undefined => {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    return last === undefined ? rangeOf(node)?.[1] : isMap(node) ? endOfPair(last) : endOf(last);
  }
  return rangeOf(node)?.[1];
};

const isUnwritten = (node: unknown): boolean => node === null || node === undefined || (isScalar(node) && node.source === "" && node.type === "PLAIN");

const endOfPair = (pair: unknown): number | undefined => {
  if (typeof pair !== "object" || pair === null || !("key" in pair) || !("value" in pair)) return undefined;
  return isUnwritten(pair.value) ? endOf(pair.key) : endOf(pair.value);
};

const keyText = (key: unknown): string | undefined => {
  if (!isScalar(key)) return undefined;
  return key.type === "PLAIN" ? key.source : String(key.value);
};

const pairOf = (map: YAMLMap, name: string): YAMLMap["items"][number] | undefined => map.items.findLast(({ key }) => keyText(key) === name);

const followed = (node: unknown, { document }: Writing): unknown => (isAlias(node) ? node.resolve(document) : node);

/** What `<<` brings: a map, or several, of which the first wins. */
const mergedMaps = (map: YAMLMap, writing: Writing): readonly YAMLMap[] =>
  map.items.flatMap(({ key, value }) => {
    if (keyText(key) !== "<<") return [];
    const source = followed(value, writing);
    return (isSeq(source) ? source.items : [source]).map((one) => followed(one, writing)).filter((one) => isMap(one));
  });

const memberOf = (map: YAMLMap, name: string, writing: Writing): unknown => {
  const pair = pairOf(map, name);
  if (pair !== undefined) return pair.value;
  for (const merged of mergedMaps(map, writing)) {
    const found = memberOf(merged, name, writing);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The node at a pointer, whatever aliases stand on the way: they stand for the same text. */
const nodeAt = (pointer: Pointer, writing: Writing): unknown => {
  let node: unknown = writing.document.contents;
  for (const token of tokens(pointer)) {
    const container = followed(node, writing);
    node = isMap(container) ? memberOf(container, token, writing) : isSeq(container) ? container.items[Number(token)] : undefined;
  }
  return followed(node, writing);
};

/** Lines behind the line on which something ends; a literal text ends behind its line break. */
const linesAfter = (end: number, lines: string, depth: number, { text, lineBreak }: Writing): TextEdit => {
  if (text.charAt(end - 1) === "\n") return { start: end, end, text: lines + lineBreak, depth };
  const next = text.indexOf("\n", end);
  const offset = next === -1 ? text.length : next - (text.charAt(next - 1) === "\r" ? 1 : 0);
  return { start: offset, end: offset, text: lineBreak + lines, depth };
};

const indented = (value: SourceValue, column: number, { layout, lineBreak }: Writing): string =>
  stringifyYaml(value, layout)
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(column) + line))
    .join(lineBreak);

/** Behind the last part of a block, in its column. */
const appendBlock = (node: YAMLMap | YAMLSeq, first: unknown, value: SourceValue, depth: number, writing: Writing): readonly TextEdit[] | Refused => {
  const [start, end] = [rangeOf(first)?.[0], endOf(node)];
  if (start === undefined || end === undefined) return noPlace;
  return [linesAfter(end, indented(value, lineBefore(writing.text, start).length, writing), depth, writing)];
};

/** Behind the last part in brackets. */
const appendFlow = (node: YAMLMap | YAMLSeq, parts: (style: FlowStyle) => readonly string[], depth: number, { text, lineBreak }: Writing): readonly TextEdit[] | Refused => {
  const range = rangeOf(node);
  if (range === undefined) return noPlace;
  const [firstItem, last]: readonly unknown[] = [node.items[0], node.items.at(-1)];
  const key: unknown = isMap(node) ? node.items[0]?.key : firstItem;
  const style = { isQuoted: isScalar(key) && key.type === "QUOTE_DOUBLE", isSpaced: true };
  const written = parts(style);
  const end = isMap(node) ? endOfPair(last) : endOf(last);
  if (last === undefined || end === undefined) return [{ start: range[0] + 1, end: range[0] + 1, text: written.join(", "), depth }];
  const lastStart = rangeOf(isMap(node) ? node.items.at(-1)?.key : last)?.[0];
  const indent = lastStart === undefined ? undefined : indentOfItem(text, lastStart);
  const separator = indent === undefined ? ", " : `,${lineBreak}${indent}`;
  return [{ start: end, end, text: written.map((part) => separator + part).join(""), depth }];
};

const mergeSeq = (seq: YAMLSeq, items: SourceArray, depth: number, writing: Writing): readonly TextEdit[] | Refused => {
  if (items.length === 0) return [];
  if (seq.flow === true) return appendFlow(seq, (style) => items.map((item) => flowText(item, style)), depth, writing);
  return appendBlock(seq, seq, items, depth, writing);
};

const mergeMember = (key: string, own: unknown, value: SourceValue, update: SourceValue, depth: number, writing: Writing): readonly TextEdit[] | Refused => {
  if (isMap(own) && isSourceObject(value) && isSourceObject(update)) return mergeMap(own, value, update, depth, writing);
  if (isSeq(own) && isSourceArray(update)) return mergeSeq(own, update, depth, writing);
  if (jsonOf(value) === jsonOf(update)) return [];
  if (isAlias(own)) return { refused: `\`${key}\` stands there as an alias of something that is used elsewhere` };
  return { refused: `\`${key}\` stands there already, and says something else` };
};

const mergeMap = (map: YAMLMap, value: SourceObject, update: SourceObject, depth: number, writing: Writing): readonly TextEdit[] | Refused => {
  const added = [...update].filter(([key]) => pairOf(map, key) === undefined);
  const hidden = added.find(([key]) => value.has(key));
  if (hidden !== undefined) return { refused: `\`${hidden[0]}\` is merged in by \`<<\`, and one beside it would take its place` };
  const merged = [...update].flatMap(([key, member]) => {
    const own = pairOf(map, key)?.value;
    return own === undefined ? [] : [mergeMember(key, own, value.get(key) ?? null, member, depth + 1, writing)];
  });
  if (added.length === 0) return allEdits(merged);
  const appended =
    map.flow === true
      ? appendFlow(map, (style) => added.map(([key, member]) => flowMember(key, member, style)), depth, writing)
      : appendBlock(map, map.items[0]?.key, new Map(added), depth, writing);
  return allEdits([...merged, appended]);
};

const isInFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true;

/** What stands before a part, its key with it, and where it ends. */
const stretchAt = (container: unknown, token: string): { readonly key: string | undefined; readonly start: number; readonly end: number } | undefined => {
  const pair = isMap(container) ? pairOf(container, token) : undefined;
  const item: unknown = isSeq(container) ? container.items[Number(token)] : pair?.key;
  // what an item begins with, be it a key: the item itself may begin with an anchor
  const start = rangeOf(item)?.[0];
  const end = pair === undefined ? endOf(item) : endOfPair(pair);
  return start === undefined || end === undefined ? undefined : { key: pair === undefined ? undefined : token, start, end };
};

/** Puts a value in the place of one that stands there, in the column of its key. */
const replacePart = (container: unknown, token: string, value: SourceValue, depth: number, writing: Writing): readonly TextEdit[] | Refused => {
  const { text, lineBreak } = writing;
  const stretch = stretchAt(container, token);
  if (stretch === undefined) return noPlace;
  const { key, start, end } = stretch;
  const style = { isQuoted: false, isSpaced: true };
  if (isInFlow(container)) return [{ start, end, text: key === undefined ? flowText(value, style) : flowMember(key, value, style), depth }];
  const lines = indented(key === undefined ? value : new Map([[key, value]]), lineBefore(text, start).length, writing).trimStart();
  return [{ start, end, text: text.charAt(end - 1) === "\n" ? lines + lineBreak : lines, depth }];
};

/** Edits a YAML text with the layout that is there. Comments and all other lines stay. */
export const yamlWriter = (text: string): TextWriter => {
  const document = parseDocument(text, { schema: "core", resolveKnownTags: false, uniqueKeys: false, prettyErrors: false });
  const writing: Writing = { text, document, lineBreak: lineBreakOf(text), layout: layoutOf(text) };
  return {
    merge: (target, pointer, update) => {
      const node = nodeAt(pointer, writing);
      return isMap(node) ? mergeMap(node, target, update, tokens(pointer).length, writing) : noPlace;
    },
    replace: (pointer, value) => replacePart(nodeAt(parent(pointer), writing), tokens(pointer).at(-1) ?? "", value, tokens(pointer).length, writing),
  };
};
