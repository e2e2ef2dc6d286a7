import { depthLimit, tooDeep } from "./depth-limit.js";
import { createCursor, fail, failExpecting, type JsonCursor, type JsonFault, readBare, readString, skipSpace, slip, slipExpecting } from "./json-text.js";
import type { Span } from "./spans.js";
import type { SourceArray, SourceObject, SourceValue } from "./value.js";

/** Told of every member as it is read; without one, no positions are kept and the reading is several times faster. */
export interface JsonListener {
  readonly member: (container: SourceObject | SourceArray, key: Span, value: Span) => void;
  readonly repeated: (container: SourceObject, name: string, key: Span) => void;
}

export interface JsonReading {
  readonly value: SourceValue;
  readonly span: Span;
  /** In the order of the text. The value is meaningless where there are any. */
  readonly faults: readonly JsonFault[];
  readonly hasRepeatedKeys: boolean;
}

interface Reader extends JsonCursor {
  readonly listener: JsonListener | undefined;
  hasRepeatedKeys: boolean;
}

const openBrace = 0x7b;
const openBracket = 0x5b;
const quote = 0x22;
const comma = 0x2c;

/** Does a member of the kind that stands in these brackets begin here? */
const beginsMember = ({ text, at }: Reader, close: "}" | "]"): boolean => {
  const code = text.charCodeAt(at);
  return code === quote || (close === "]" && (code === openBrace || code === openBracket || /^[-\dtfn]$/.test(text.charAt(at))));
};

/** Steps over a comma, or over the closing character. True if another member follows. */
const goesOn = (reader: Reader, close: "}" | "]"): boolean => {
  skipSpace(reader);
  const start = reader.at;
  if (reader.text.charCodeAt(start) !== comma) {
    const isClosed = reader.text[start] === close;
    if (!isClosed && beginsMember(reader, close)) {
      slipExpecting(reader, `\`,\` or \`${close}\``);
      return reader.fault === undefined;
    }
    if (!isClosed) failExpecting(reader, `\`,\` or \`${close}\``);
    reader.at += 1;
    return false;
  }
  reader.at += 1;
  skipSpace(reader);
  if (reader.text[reader.at] !== close) return reader.fault === undefined;
  slip(reader, `a comma stands before another member, not before \`${close}\``, start);
  reader.at += 1;
  return false;
};

const isEmpty = (reader: Reader, close: "}" | "]"): boolean => {
  reader.at += 1;
  skipSpace(reader);
  if (reader.text[reader.at] !== close) return false;
  reader.at += 1;
  return true;
};

const readMember = (reader: Reader, object: Map<string, SourceValue>, depth: number): void => {
  skipSpace(reader);
  const keyStart = reader.at;
  if (reader.text.charCodeAt(keyStart) !== quote) return void failExpecting(reader, "a key in double quotes");
  const name = readString(reader);
  const key = { start: keyStart, end: reader.at };
  skipSpace(reader);
  if (reader.text[reader.at] !== ":") return void failExpecting(reader, "`:`");
  reader.at += 1;
  skipSpace(reader);
  const start = reader.at;
  const value = readValue(reader, depth);
  if (object.has(name)) {
    reader.hasRepeatedKeys = true;
    return reader.listener?.repeated(object, name, key);
  }
  object.set(name, value);
  reader.listener?.member(object, key, { start, end: reader.at });
};

const readObject = (reader: Reader, depth: number): SourceObject => {
  const object = new Map<string, SourceValue>();
  if (isEmpty(reader, "}")) return object;
  do readMember(reader, object, depth);
  while (reader.fault === undefined && goesOn(reader, "}"));
  return object;
};

const readArray = (reader: Reader, depth: number): SourceArray => {
  const array: SourceValue[] = [];
  if (isEmpty(reader, "]")) return array;
  do {
    skipSpace(reader);
    const start = reader.at;
    array.push(readValue(reader, depth));
    const span = { start, end: reader.at };
    reader.listener?.member(array, span, span);
  } while (reader.fault === undefined && goesOn(reader, "]"));
  return array;
};

function readValue(reader: Reader, depth: number): SourceValue {
  const code = reader.text.charCodeAt(reader.at);
  if (code === quote) return readString(reader);
  if (code !== openBrace && code !== openBracket) return readBare(reader);
  if (depth === depthLimit) return fail(reader, tooDeep, reader.at, "depth-exceeded");
  return code === openBrace ? readObject(reader, depth + 1) : readArray(reader, depth + 1);
}

/** Reads JSON (RFC 8259), keeping the order of members and every key, which `JSON.parse` does not. */
export const readJson = (text: string, listener?: JsonListener): JsonReading => {
  const reader: Reader = { ...createCursor(text), listener, hasRepeatedKeys: false };
  skipSpace(reader);
  const start = reader.at;
  const value = readValue(reader, 0);
  const span = { start, end: reader.at };
  skipSpace(reader);
  if (reader.fault === undefined && reader.at < text.length) failExpecting(reader, "the end of the file");
  const { fault, slips, hasRepeatedKeys } = reader;
  return { value, span, faults: fault === undefined ? slips : [...slips, fault], hasRepeatedKeys };
};
