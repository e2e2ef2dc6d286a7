/** Whether `value` is a finite number: OpenAPI Format Registry, `double`. */
export function isDouble(value: number): boolean {
  return Number.isFinite(value);
}
