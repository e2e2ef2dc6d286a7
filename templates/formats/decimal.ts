const pattern = /^[+-]?\d+(?:\.\d+)?$/;

/** Whether `value` is a plain decimal number, `-12.50` for one: an optional sign, digits, an optional fraction, no exponent. */
export function isDecimal(value: string): boolean {
  return pattern.test(value);
}
