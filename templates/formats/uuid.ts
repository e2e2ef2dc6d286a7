const pattern = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Whether `value` is a UUID of any version and variant: RFC 4122, section 3. */
export function isUuid(value: string): boolean {
  return pattern.test(value);
}
