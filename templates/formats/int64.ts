/**
 * Whether `value` is an integer of 64 bits with sign: OpenAPI Format Registry, `int64`. Both ends are taken, since the
 * text 9223372036854775807 reads as 2^63.
 */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}
