const pattern = /^\d{6}(?:\d\d)?[+-]?\d{4}$/;

/**
 * Whether `value` is a Swedish personal or organisation number: 10 digits, or 12 with the century, with at most one `-` or
 * `+` before the last four, the last digit being the Luhn check (ISO/IEC 7812-1, annex B) of the last ten digits.
 * No API documents this reading: it is inferred from the format's name and the lengths that stand beside it.
 */
export function isLuhn(value: string): boolean {
  if (!pattern.test(value)) return false;
  let sum = 0;
  for (let at = value.length - 1, place = 0; place < 10; at--) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0) continue; // the sign
    const product = place++ % 2 === 0 ? digit : digit * 2;
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
