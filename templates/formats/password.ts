/** Holds for every string: `password` asks a form to hide the value (OpenAPI Format Registry, `password`). */
export function isPassword(_value: string): boolean {
  return true;
}
