import { JSONPathEnvironment, JSONPathError, JSONPathQuery } from "json-p3";
import { depthLimit } from "../depth-limit.js";
import { child, type Pointer } from "../pointer.js";
import { isSourceArray, isSourceObject, type SourceArray, type SourceObject, type SourceValue } from "../value.js";

/** Data as the library takes it. */
type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain };

/** A query that leads nowhere, as far as it does lead somewhere. */
export interface DeadEnd {
  /** The first place at which the query could have gone on. */
  readonly pointer: Pointer;
  /** The names that it looks for there; none where it looks for more than names. */
  readonly names: readonly string[];
}

/** A JSONPath query (RFC 9535) that was understood. */
export interface JsonPath {
  /** The places that it selects, each once. */
  readonly select: (root: SourceValue) => readonly Pointer[];
  readonly deadEnd: (root: SourceValue) => DeadEnd;
}

export interface JsonPathProblem {
  readonly problem: string;
}

const problemOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // what follows in brackets repeats the query
  const sentence = error.message.replace(/ \('[^]*':\d+\)$/, "");
  return error instanceof JSONPathError && error.token.index > 0 ? `${sentence}, at character ${error.token.index + 1}` : sentence;
};

const plainObject = (source: SourceObject, plain: (value: SourceValue) => Plain): Plain => {
  const object: { [name: string]: Plain } = {};
  // "__proto__" as an own member, not as the prototype
  for (const [key, value] of source)
    Object.defineProperty(object, key, { value: plain(value), enumerable: true, configurable: true, writable: true });
  return object;
};

/** Parts that one action leaves as they are need not be copied again for the next. */
const createMirror = (): ((value: SourceValue) => Plain) => {
  const known = new WeakMap<SourceObject | SourceArray, Plain>();
  const plain = (value: SourceValue): Plain => {
    if (!isSourceObject(value) && !isSourceArray(value)) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const made = isSourceObject(value) ? plainObject(value, plain) : value.map(plain);
    known.set(value, made);
    return made;
  };
  return plain;
};

const namesIn = (selectors: readonly object[]): readonly string[] => {
  const names = selectors.flatMap((selector) => ("name" in selector && typeof selector.name === "string" ? [selector.name] : []));
  return names.length === selectors.length ? names : [];
};

/** Reads queries; they share what was copied of the document. */
export const createJsonPaths = (): ((text: string) => JsonPath | JsonPathProblem) => {
  const environment = new JSONPathEnvironment({ maxRecursionDepth: 2 * depthLimit });
  const mirror = createMirror();

  const pointersOf = (query: JSONPathQuery, root: SourceValue): readonly Pointer[] => [
    ...new Set(query.query(mirror(root)).nodes.map(({ location }) => child("", ...location))),
  ];

  const deadEnd = ({ segments }: JSONPathQuery, root: SourceValue): DeadEnd => {
    for (let length = segments.length - 1; length > 0; length -= 1) {
      const [pointer] = pointersOf(new JSONPathQuery(environment, segments.slice(0, length)), root);
      if (pointer !== undefined) return { pointer, names: namesIn(segments[length]?.selectors ?? []) };
    }
    return { pointer: "", names: namesIn(segments[0]?.selectors ?? []) };
  };

  return (text) => {
    try {
      const query = environment.compile(text);
      return { select: (root) => pointersOf(query, root), deadEnd: (root) => deadEnd(query, root) };
    } catch (error) {
      // an empty text is no error that the library has a sentence for
      return { problem: text === "" ? "it is empty" : problemOf(error) };
    }
  };
};
