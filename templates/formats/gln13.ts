const pattern = /^\d{13,14}$/;

/**
 * Whether `value` is a GS1 Global Location Number with its check digit: GS1 General Specifications, section 7.9. A GLN has
 * 13 digits; 14 are taken too, because the API that uses the format states the length 13 to 14 (inferred: the form padded
 * to the length of a GTIN-14, which has the same check).
 */
export function isGln13(value: string): boolean {
  if (!pattern.test(value)) return false;
  let sum = 0;
  for (let at = value.length - 1, weight = 1; at >= 0; at--, weight = 4 - weight)
    sum += (value.charCodeAt(at) - 48) * weight;
  return sum % 10 === 0;
}
