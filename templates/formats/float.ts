/** Whether `value` is a finite number: OpenAPI Format Registry, `float`. More digits than single precision holds are no error. */
export function isFloat(value: number): boolean {
  return Number.isFinite(value);
}
