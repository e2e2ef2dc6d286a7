import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** Names that every object of JavaScript inherits: tools that ask a plain object for them get a function. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const mark = "$inherited$";

const safe = (name: string): string => (inherited.has(name) ? `${mark}${name}${mark}` : name);

const safeReference = (reference: SourceValue): SourceValue =>
  typeof reference === "string" ? reference.split("/").map(safe).join("/") : reference;

const safeText = (text: SourceValue): SourceValue => (typeof text === "string" ? safe(text) : text);

/** Keywords whose values name members; those of all others are data or hold further keywords. */
const member = (key: string, value: SourceValue): SourceValue => {
  if (key === "$ref") return safeReference(value);
  if (key === "propertyName") return safeText(value);
  if (key === "required" && isSourceArray(value)) return value.map(safeText);
  if (key === "enum" || key === "const" || key === "default") return value;
  return renamed(value);
};

const renamed = (value: SourceValue): SourceValue => {
  if (isSourceArray(value)) return value.map(renamed);
  return isSourceObject(value) ? new Map([...value].map(([key, one]) => [safe(key), member(key, one)])) : value;
};

const mentions = (value: SourceValue): boolean => {
  if (isSourceArray(value)) return value.some(mentions);
  return isSourceObject(value) && [...value].some(([key, one]) => inherited.has(key) || mentions(one));
};

/** The document without such names. */
export const withSafeNames = (document: SourceObject): SourceObject =>
  // most documents have none
  mentions(document) ? new Map([...document].map(([key, value]) => [key, renamed(value)])) : document;

/** The text that was made of it, with the names as they are. */
export const withOwnNames = (text: string): string => text.replaceAll(/\$inherited\$(\w+)\$inherited\$/g, (_, name: string) => name);
