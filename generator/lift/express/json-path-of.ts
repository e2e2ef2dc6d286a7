import { type Pointer, tokens } from "../../source/pointer.js";
import { memberOf } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

const short: Readonly<Record<string, string>> = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

/** A string literal of RFC 9535 §2.3.1.1 in single quotes. */
const quoted = (text: string): string =>
  `'${text
    .replace(/[\\']/g, "\\$&")
    .replace(/[\u0000-\u001F\u007F\u2028\u2029]/g, (character) => short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`;

/** A member by its name, or a parameter by what identifies it, which other parameters before it do not change. */
const segment = (token: string, container: SourceValue | undefined): string => {
  if (!isSourceArray(container)) return /^[A-Za-z_][A-Za-z0-9_]*$/.test(token) ? `.${token}` : `[${quoted(token)}]`;
  const item = container[Number(token)];
  const [name, place] = isSourceObject(item) ? [item.get("name"), item.get("in")] : [undefined, undefined];
  if (typeof name !== "string" || typeof place !== "string") return `[${token}]`;
  return `[?@.name == ${quoted(name)} && @.in == ${quoted(place)}]`;
};

/**
 * The JSONPath query (RFC 9535) that selects what a pointer leads to.
 *
 * // ~> `$.paths['/users'].get.parameters[?@.name == 'page' && @.in == 'query']`
 */
export const jsonPathOf = (root: SourceObject, pointer: Pointer): string => {
  let path = "$";
  let container: SourceValue | undefined = root;
  for (const token of tokens(pointer)) {
    path += segment(token, container);
    container = memberOf(container, token);
  }
  return path;
};

/** json-p3 refuses control characters in whatever spelling, but those that have a letter. A query with one would spoil its overlay. */
export const isReadablePath = (target: string): boolean => !/\\u00[01]/.test(target);
