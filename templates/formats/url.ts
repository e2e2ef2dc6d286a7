import { isUri } from "./uri.js";

/**
 * Whether `value` is an absolute URI: RFC 3986, section 3. JSON Schema has no `url`; descriptions generated from Django
 * use the word for `uri`, so that any scheme is taken, with or without an authority.
 */
export function isUrl(value: string): boolean {
  return isUri(value);
}
