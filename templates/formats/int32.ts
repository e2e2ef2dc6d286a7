/** Whether `value` is an integer of 32 bits with sign: OpenAPI Format Registry, `int32`. */
export function isInt32(value: number): boolean {
  return (value | 0) === value;
}
