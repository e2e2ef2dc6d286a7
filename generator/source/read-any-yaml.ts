import type { Report } from "../diagnostics/collector.js";
import type { Placer } from "./placer.js";
import { readAlias } from "./read-alias.js";
import { readMerged } from "./read-merged.js";
import type { SpannedValue, Span } from "./spans.js";
import type { SourceValue } from "./value.js";
import { isAlias, isMap, isScalar, isSeq, parseYaml, toValue, type ParsedNode, type YAMLMap, type YamlProblem, type YAMLSeq } from "./yaml.js";
import { addMember, closeMembers, createMembers } from "./yaml-members.js";
import { type Anchored, createYamlReader, spanOfNode, type YamlReader } from "./yaml-reader.js";

const nothing = (span: Span): Anchored => ({ value: null, span });

const readSeq = (node: YAMLSeq.Parsed, reader: YamlReader, depth: number): SourceValue => {
  const array: SourceValue[] = [];
  const offsets: number[] = [];
  for (const item of node.items) {
    const { value, span } = readNode(item as ParsedNode, reader, depth + 1);
    array.push(value);
    offsets.push(span.start, span.end, span.start, span.end);
  }
  reader.table.set(array, offsets);
  return array;
};

/** The text of a key. A plain one stays as it is written: `200`, `1.10` and `on` are the names "200", "1.10" and "on". */
const keyOf = (key: ParsedNode | null, reader: YamlReader, depth: number): string | undefined => {
  if (key === null) return "";
  if (isAlias(key)) {
    const value = readAlias(key.source, spanOfNode(key), reader, depth)?.value;
    return value === undefined || typeof value === "object" ? undefined : String(value);
  }
  if (isScalar(key)) {
    const plain = key.type === "PLAIN" ? key.source : undefined;
    if (key.anchor !== undefined) reader.anchors.set(key.anchor, { value: toValue(key.value), span: spanOfNode(key) });
    return plain ?? (key.value === null ? "" : String(key.value));
  }
  reader.report("yaml-syntax", spanOfNode(key), {
    message: "a key has to be a text, not a mapping or a list",
    hint: "a text that begins with `{` or `[` needs quotes",
  });
  return undefined;
};

const isMerged = (key: ParsedNode | null): boolean => isScalar(key) && key.type === "PLAIN" && key.source === "<<";

const readMap = (node: YAMLMap.Parsed, reader: YamlReader, depth: number): SourceValue => {
  const members = createMembers();
  for (const pair of node.items) {
    const key = pair.key as ParsedNode | null;
    const span = key === null ? { start: node.range[0], end: node.range[0] } : spanOfNode(key);
    const isMerge = isMerged(key);
    const name = isMerge ? "<<" : keyOf(key, reader, depth + 1);
    const member = pair.value === null ? nothing({ start: span.end, end: span.end }) : readNode(pair.value, reader, depth + 1);
    if (isMerge) readMerged(member.value, span, members, reader);
    else if (name !== undefined) {
      const { start, end } = member.span;
      addMember(members, { name, keyStart: span.start, keyEnd: span.end, value: member.value, start, end }, reader);
    }
  }
  return closeMembers(members, reader);
};

const readFresh = (node: ParsedNode, reader: YamlReader, depth: number): SourceValue => {
  if (isMap(node)) return readMap(node, reader, depth);
  if (isSeq(node)) return readSeq(node, reader, depth);
  return isScalar(node) ? toValue(node.value) : null;
};

function readNode(node: ParsedNode, reader: YamlReader, depth: number): Anchored {
  const span = spanOfNode(node);
  if (isAlias(node)) return readAlias(node.source, span, reader, depth) ?? nothing(span);
  const { anchor } = node;
  if (anchor === undefined) return { value: readFresh(node, reader, depth), span };
  reader.open.add(anchor);
  const anchored = { value: readFresh(node, reader, depth), span };
  reader.open.delete(anchor);
  reader.anchors.set(anchor, anchored);
  return anchored;
}

/** The value of a YAML text with the places of all its parts; everything that is wrong with the text is reported. */
export const readAnyYaml = (text: string, doubtful: YamlProblem, place: Placer, report: Report): SpannedValue | undefined => {
  const { root, problems } = parseYaml(text, doubtful);
  for (const { code, start, end, ...finding } of problems) report(code, { ...finding, place: place(start, end) });
  if (root === undefined) return undefined;
  const reader = createYamlReader(place, report);
  const { value, span } = readNode(root, reader, 0);
  return reader.isBroken ? undefined : { value, span, table: reader.table };
};
