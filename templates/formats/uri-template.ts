const expression =
  /\{[+#./;?&=,!@|]?(?:\w|%[\dA-Fa-f]{2})(?:\.?(?:\w|%[\dA-Fa-f]{2}))*(?::[1-9]\d{0,3}|\*)?(?:,(?:\w|%[\dA-Fa-f]{2})(?:\.?(?:\w|%[\dA-Fa-f]{2}))*(?::[1-9]\d{0,3}|\*)?)*\}/g;

/** What no literal holds: ASCII outside of the grammar, a `%` without its two digits, and what no IRI has either. */
const illegal =
  /[\0- "<>\\^`{|}\x7f-\x9f\ufff0-\uffff\u{e0000}-\u{e0fff}\p{NChar}\p{Cs}]|%(?![\dA-Fa-f]{2})/u;

/** Whether `value` is a URI template of any level: RFC 6570, section 2. The apostrophe is a literal (erratum 6937). */
export function isUriTemplate(value: string): boolean {
  return !illegal.test(value.replace(expression, "-"));
}
