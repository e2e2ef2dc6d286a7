import { isIpv6 } from "./ipv6.js";

/** Scheme, or no colon before the first slash; authority; path, query and fragment. What `%` announces is checked apart. */
const pattern =
  /^(?:[a-z][a-z\d+.-]*:|(?![^/?#]*:))(?:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?(?:\[(?:v[\da-f]+\.[\w.~!$&'()*+,;=:-]+|[\da-f:.]+)]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?(?![^/?#])|(?!\/\/))[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?(?:#[\w.~!$&'()*+,;=:@%/?-]*)?$/i;

/** Whether `value` is a URI or a reference relative to one: RFC 3986, section 4.1. */
export function isUriReference(value: string): boolean {
  if (!pattern.test(value) || /%(?![\da-f]{2})/i.test(value)) return false;
  const bracket = value.indexOf("[");
  return bracket < 0 || /^v/i.test(value[bracket + 1]!) || isIpv6(value.slice(bracket + 1, value.indexOf("]")));
}
