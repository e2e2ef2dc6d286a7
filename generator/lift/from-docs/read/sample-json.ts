import type { SourceValue } from "../../../source/value.js";

/** Stands for what a sample leaves out: `[ … ]`, `{ … }`. */
export const elision = "\u2026";

export interface SampleJson {
  readonly value: SourceValue;
  /** Offset behind it. */
  readonly end: number;
}

const mostDepth = 60;
const mostValues = 20_000;

interface Reader {
  readonly text: string;
  at: number;
  values: number;
}

/** What is thrown inside of this file only, where a text is no sample. */
class NoSample extends Error {}

const skip = (reader: Reader): void => {
  while (/\s/.test(reader.text.charAt(reader.at))) reader.at += 1;
};

const readStringToken = (reader: Reader): string => {
  const form = /"(?:[^"\\\n]|\\.)*"/y;
  form.lastIndex = reader.at;
  const match = form.exec(reader.text);
  if (match === null) throw new NoSample();
  reader.at = form.lastIndex;
  const value: unknown = JSON.parse(match[0]);
  return String(value);
};

const literal = /true|false|null|-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?/y;

const readLiteral = (reader: Reader): SourceValue => {
  literal.lastIndex = reader.at;
  const match = literal.exec(reader.text)?.[0];
  if (match === undefined) throw new NoSample();
  reader.at += match.length;
  if (match === "null") return null;
  return match === "true" || match === "false" ? match === "true" : Number(match);
};

/** Reads the members of an object or list up to its closing bracket. */
const readMembers = (reader: Reader, close: string, member: () => void): void => {
  reader.at += 1;
  skip(reader);
  for (let isFirst = true; reader.text.charAt(reader.at) !== close; isFirst = false) {
    if (!isFirst) {
      if (reader.text.charAt(reader.at) !== ",") throw new NoSample();
      reader.at += 1;
      skip(reader);
    }
    member();
    skip(reader);
  }
  reader.at += 1;
};

const readObject = (reader: Reader, depth: number): SourceValue => {
  const members = new Map<string, SourceValue>();
  readMembers(reader, "}", () => {
    if (reader.text.charAt(reader.at) === elision) {
      reader.at += 1;
      members.set(elision, elision);
      return;
    }
    const key = readStringToken(reader);
    skip(reader);
    if (reader.text.charAt(reader.at) !== ":") throw new NoSample();
    reader.at += 1;
    members.set(key, readValue(reader, depth + 1));
  });
  return members;
};

const readList = (reader: Reader, depth: number): SourceValue => {
  const items: SourceValue[] = [];
  readMembers(reader, "]", () => items.push(readValue(reader, depth + 1)));
  return items;
};

const readValue = (reader: Reader, depth: number): SourceValue => {
  skip(reader);
  reader.values += 1;
  if (depth > mostDepth || reader.values > mostValues) throw new NoSample();
  const first = reader.text.charAt(reader.at);
  if (first === "{") return readObject(reader, depth);
  if (first === "[") return readList(reader, depth);
  if (first === '"') return readStringToken(reader);
  if (first !== elision) return readLiteral(reader);
  reader.at += 1;
  return elision;
};

/** The JSON that begins at an offset, with what is left out in it; undefined where there is none. */
export const readSampleJson = (text: string, start: number): SampleJson | undefined => {
  const reader: Reader = { text, at: start, values: 0 };
  try {
    const value = readValue(reader, 0);
    return { value, end: reader.at };
  } catch (error) {
    if (error instanceof NoSample || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Whether members or items of it are left out. */
export const isElided = (value: SourceValue): boolean =>
  value === elision || (Array.isArray(value) && value.includes(elision)) || (value instanceof Map && value.has(elision));
