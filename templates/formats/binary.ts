/** Holds for every string: `binary` annotates octets that JSON cannot carry (OpenAPI 3.0, Data Types). */
export function isBinary(_value: string): boolean {
  return true;
}
