/** Whether `value` is a regular expression of ECMA-262, section 22.2.1, in its Unicode dialect (flag `u`). */
export function isRegex(value: string): boolean {
  try {
    new RegExp(value, "u");
    return true;
  } catch {
    return false;
  }
}
