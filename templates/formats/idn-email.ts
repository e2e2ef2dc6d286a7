import { isEmail } from "./email.js";
import { isIdnHostname } from "./idn-hostname.js";

/** ASCII letters in place of other characters, as many as these have octets in UTF-8; lone surrogates stay. */
function asciiOfEqualSize(text: string): string {
  return text
    .replace(/[\x80-\u07ff]/g, "aa")
    .replace(/[\u0800-\ud7ff\ue000-\uffff]/g, "aaa")
    .replace(/[\ud800-\udbff][\udc00-\udfff]/g, "aaaa");
}

/**
 * Whether `value` is a mailbox that may leave ASCII on both sides of its `@`: RFC 6531, section 3.3. The domain may come
 * in any normal form, since programs that use it convert it.
 */
export function isIdnEmail(value: string): boolean {
  if (isEmail(value)) return true;
  const at = value.lastIndexOf("@") + 1;
  const domain = value.slice(at);
  return isEmail(asciiOfEqualSize(value.slice(0, at)) + (isIdnHostname(domain.normalize()) ? "a" : domain));
}
