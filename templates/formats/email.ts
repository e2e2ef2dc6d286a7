/**
 * `Dot-string` or `Quoted-string`, then `Domain`, or in brackets an IPv4 address or what the expression of `ipv6` takes.
 * One expression instead of an import, because it is the smaller bundle.
 */
const pattern =
  /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")@(?:(?!-)[a-z\d-]{1,63}(?<!-)(?:\.(?!-)[a-z\d-]{1,63}(?<!-))*|\[(?:(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.\b|(?=]))){4}|IPv6:(?:(?:[\da-f]{1,4}:){6}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.\b|(?=]))){4})|(?!(?::*\w+\b){7}(?:\.|:*\w))(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:(?:[\da-f]{1,4}:)*(?:[\da-f]{1,4}|(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.\b|(?=]))){4}))?))])$/i;

/** Whether `value` is a mailbox: RFC 5321, section 4.1.2, within the lengths of section 4.5.3.1. */
export function isEmail(value: string): boolean {
  return value.length < 255 && pattern.test(value) && (value.length < 67 || value.lastIndexOf("@") < 65);
}
