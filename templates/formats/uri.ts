import { isUriReference } from "./uri-reference.js";

const scheme = /^[a-z][a-z\d+.-]*:/i;

/** Whether `value` is a URI, which starts with its scheme: RFC 3986, section 3. */
export function isUri(value: string): boolean {
  return scheme.test(value) && isUriReference(value);
}
