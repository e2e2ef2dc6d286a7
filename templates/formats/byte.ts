const pattern = /^[A-Za-z\d+/]*={0,2}$/;

/** Whether `value` is base64 with its padding and without line breaks: RFC 4648, section 4. */
export function isByte(value: string): boolean {
  return value.length % 4 === 0 && pattern.test(value);
}
