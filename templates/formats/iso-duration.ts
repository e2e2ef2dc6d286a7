/** The two refusals: nothing after `P` or `T`, and a fraction anywhere but in the last number. */
const pattern =
  /^[-+]?P(?=[\dT])(?!\d+[.,]\d+[A-Z].)(?:\d+(?:[.,]\d+)?W|(?:\d+Y)?(?:\d+M)?(?:\d+(?:[.,]\d+(?=D$))?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+(?=H$))?H)?(?:\d+(?:[.,]\d+(?=M$))?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/;

/** Whether `value` is a length of time with fractions and a sign, such as `-PT0.25S`: ISO 8601-1:2019, section 5.5.2, and -2. */
export function isIsoDuration(value: string): boolean {
  return pattern.test(value);
}
