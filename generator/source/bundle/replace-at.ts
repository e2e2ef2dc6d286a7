import { type Pointer, tokens } from "../pointer.js";
import { isSourceArray, isSourceObject, type SourceValue } from "../value.js";

const replaceIn = (value: SourceValue, path: readonly string[], replacement: SourceValue): SourceValue => {
  const [token, ...rest] = path;
  if (token === undefined) return replacement;
  if (isSourceArray(value))
    return value.map((item, index) => (String(index) === token ? replaceIn(item, rest, replacement) : item));
  if (!isSourceObject(value)) return value;
  return new Map([...value].map(([key, member]) => [key, key === token ? replaceIn(member, rest, replacement) : member]));
};

/** The value with another one at a pointer; as it is where the pointer leads nowhere. */
export const replaceAt = (value: SourceValue, pointer: Pointer, replacement: SourceValue): SourceValue =>
  replaceIn(value, tokens(pointer), replacement);
