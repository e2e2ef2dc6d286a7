/** A first character other than `/`, or a `~` that escapes nothing. */
const illegal = /^[^/]|~(?![01])/;

/** Whether `value` is a JSON Pointer: RFC 6901, section 3. */
export function isJsonPointer(value: string): boolean {
  return !illegal.test(value);
}
