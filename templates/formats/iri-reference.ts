import { isUriReference } from "./uri-reference.js";

/** `ucschar`, without the formatting characters for text direction that section 4.1 forbids. */
const beyondAscii =
  /(?![\p{NChar}\u200e\u200f\u202a-\u202e])[\xa0-\ud7ff\uf900-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{effff}]/gu;

/** `iprivate`, which only a query may hold. */
const privateUse = /(?!\p{NChar})[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

const escapePrivateUse = (query: string): string => query.replace(privateUse, "%AA");

/**
 * Whether `value` is an IRI or a reference relative to one: RFC 3987, section 2.2. It is when the mapping of section 3.1
 * makes a URI reference of it: an escape sequence for each character beyond ASCII.
 */
export function isIriReference(value: string): boolean {
  return isUriReference(value.replace(/\?(?<=^[^?#]*\?)[^#]*/, escapePrivateUse).replace(beyondAscii, "%AA"));
}
