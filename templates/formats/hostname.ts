import { isAsciiHostname } from "../ascii-hostname.js";
import { isIdnHostname } from "./idn-hostname.js";

/** Whether `value` is a host name: RFC 1123, section 2.1; labels in Punycode must stand for valid ones (RFC 5890, section 2.3.2.1). */
export function isHostname(value: string): boolean {
  return isAsciiHostname(value) && (!/(?:^|\.)xn--/i.test(value) || isIdnHostname(value));
}
