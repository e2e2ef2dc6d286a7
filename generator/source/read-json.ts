import { depthLimit, tooDeep } from "./depth-limit.js";
import { createCursor, fail, failExpecting, type JsonCursor, type JsonFault, readBare, readString, skipSpace, slip, slipExpecting } from "./json-text.js";
import { mostFindings } from "./most-findings.js";
import type { Span } from "./spans.js";
import type { SourceArray, SourceObject, SourceValue } from "./value.js";
import { tooMany, valueLimit } from "./value-limit.js";

/** A key that its object has already; the first of its values counts. */
export interface RepeatedKey {
  /** The offset at which the object begins. */
  readonly object: number;
  readonly name: string;
  readonly key: Span;
}

export interface JsonReading {
  readonly value: SourceValue;
  readonly span: Span;
  /** In the order of the text. The value is meaningless where there are any. */
  readonly faults: readonly JsonFault[];
  readonly repeated: readonly RepeatedKey[];
}

interface Reader extends JsonCursor {
  readonly repeated: RepeatedKey[];
  /** How many more values are read. */
  left: number;
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

const readMember = (reader: Reader, object: Map<string, SourceValue>, start: number, depth: number): void => {
  skipSpace(reader);
  const keyStart = reader.at;
  if (reader.text.charCodeAt(keyStart) !== quote) return void failExpecting(reader, "a key in double quotes");
  const name = readString(reader);
  const keyEnd = reader.at;
  skipSpace(reader);
  if (reader.text[reader.at] !== ":") return void failExpecting(reader, "`:`");
  reader.at += 1;
  skipSpace(reader);
  const value = readValue(reader, depth);
  if (!object.has(name)) object.set(name, value);
  else if (reader.repeated.length < mostFindings) reader.repeated.push({ object: start, name, key: { start: keyStart, end: keyEnd } });
};

const readObject = (reader: Reader, depth: number): SourceObject => {
  const object = new Map<string, SourceValue>();
  const start = reader.at;
  if (isEmpty(reader, "}")) return object;
  do readMember(reader, object, start, depth);
  while (reader.fault === undefined && goesOn(reader, "}"));
  return object;
};

const readArray = (reader: Reader, depth: number): SourceArray => {
  const array: SourceValue[] = [];
  if (isEmpty(reader, "]")) return array;
  do {
    skipSpace(reader);
    array.push(readValue(reader, depth));
  } while (reader.fault === undefined && goesOn(reader, "]"));
  return array;
};

const failOfMany = (reader: Reader): null => {
  const { message, hint } = tooMany(valueLimit(reader.text), "values");
  return fail(reader, message, reader.at, "file-too-large", hint);
};

function readValue(reader: Reader, depth: number): SourceValue {
  reader.left -= 1;
  if (reader.left < 0) return failOfMany(reader);
  const code = reader.text.charCodeAt(reader.at);
  if (code === quote) return readString(reader);
  if (code !== openBrace && code !== openBracket) return readBare(reader);
  if (depth === depthLimit) return fail(reader, tooDeep, reader.at, "depth-exceeded");
  return code === openBrace ? readObject(reader, depth + 1) : readArray(reader, depth + 1);
}

/** Reads JSON (RFC 8259), keeping the order of members and every key, which `JSON.parse` does not, and no places. */
export const readJson = (text: string): JsonReading => {
  const reader: Reader = { ...createCursor(text), repeated: [], left: valueLimit(text) };
  skipSpace(reader);
  const start = reader.at;
  const value = readValue(reader, 0);
  const span = { start, end: reader.at };
  skipSpace(reader);
  if (reader.fault === undefined && reader.at < text.length) failExpecting(reader, "the end of the file");
  const { fault, slips, repeated } = reader;
  return { value, span, faults: fault === undefined ? slips : [...slips, fault], repeated };
};
