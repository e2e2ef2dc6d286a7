const expression =
  /\{[+#./;?&=,!@|]?(?:\w|%[\dA-Fa-f]{2})(?:\.?(?:\w|%[\dA-Fa-f]{2}))*(?::[1-9]\d{0,3}|\*)?(?:,(?:\w|%[\dA-Fa-f]{2})(?:\.?(?:\w|%[\dA-Fa-f]{2}))*(?::[1-9]\d{0,3}|\*)?)*\}/g;

/** What no literal holds: ASCII outside of the grammar, a `%` without its two digits, and what no IRI has either. */
const illegal = /[\0- "<>\\^`{|}\x7f-\x9f\ufff0-\uffff\u{e0000}-\u{e0fff}\p{NChar}\p{Cs}]|%(?![\dA-Fa-f]{2})/u;

/**
 * Whether `value` is a URI template of any level: RFC 6570, section 2. The apostrophe is a literal, as the official suite
 * has it. More than a million characters are refused, since engines throw when an expression has some millions of parts.
 */
export function isUriTemplate(value: string): boolean {
  return value.length <= 1e6 && !illegal.test(value.replace(expression, "-"));
}
