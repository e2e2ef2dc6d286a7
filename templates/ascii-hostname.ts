const pattern = /^(?:(?!-)[a-z\d-]{0,62}[a-z\d](?:\.(?!$)|$))+$/i;

/** Whether `value` has the form of a host name: RFC 1123, section 2.1, within the 253 characters of DNS. */
export function isAsciiHostname(value: string): boolean {
  return value.length < 254 && pattern.test(value);
}
