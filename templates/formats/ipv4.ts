const pattern = /^(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9])?\d)(?:\.\b|$)){4}$/;

/** Whether `value` is an IPv4 address of four decimal octets without leading zeros: `dotted-quad` of RFC 2673, section 3.2. */
export function isIpv4(value: string): boolean {
  return pattern.test(value);
}
