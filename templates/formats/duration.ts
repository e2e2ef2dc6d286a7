/** The two refusals: nothing after `P`, and a unit left out between two others. */
const pattern =
  /^P(?!$|\d+Y\d+D)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?!\d+H\d+S)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;

/** Whether `value` is a length of time such as `P1DT12H`: `duration` of RFC 3339, appendix A (whole numbers only). */
export function isDuration(value: string): boolean {
  return pattern.test(value);
}
